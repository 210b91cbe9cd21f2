"""Pairs of sentences of our own that deny or hedge alike in other words: nothing may be said of them. More in agreeing_hedges."""

from __future__ import annotations

AGREES = [
    ("The court rejected the claim that the contract was invalid.", "The court dismissed the claim that the contract was invalid."),
    (
        "The minister rejected the claim that the army had used cluster bombs.",
        "The claim that the army had used cluster bombs is false, the minister said.",
    ),
    ("The city plans to build a new stadium by 2030.", "The city is planning to build a new stadium by 2030."),
    (
        "The delegation is expected to arrive in Muscat on Sunday for talks on the ceasefire.",
        "On Sunday the delegation is due in Muscat for talks about the truce.",
    ),
    ("He was unable to attend the hearing because of illness.", "He could not attend the hearing because of illness."),
    (
        "The refugees were not allowed to leave the camp, aid workers said.",
        "Aid workers said the refugees were barred from leaving the camp.",
    ),
    ("The drug is not approved for children under five.", "The drug has not been approved for children below the age of five."),
    (
        "The lawmakers failed to pass the budget before the deadline of midnight on Friday.",
        "The budget was not passed by lawmakers before Friday's midnight deadline.",
    ),
    ("The bank will no longer accept cash at its branches.", "The bank will stop accepting cash at its branches."),
    ("The club lost to Porto for the third time in a row on Sunday.", "Porto beat the club for the third successive time on Sunday."),
    ("The painting was allegedly stolen from a villa in Nice.", "The painting is alleged to have been stolen from a villa in Nice."),
    ("The manager is accused of taking bribes from suppliers in Bulgaria.", "The manager allegedly took bribes from Bulgarian suppliers."),
    ("Few of the villagers had heard the warning.", "Most of the villagers had not heard the warning."),
    ("The vote was delayed because too few members were present.", "Because not enough members were present, the vote was postponed."),
    ("The country does not recognise the breakaway republic.", "The country refuses to recognise the breakaway republic."),
    (
        "The treaty was never ratified by the Senate, which voted it down in 1999.",
        "In 1999 the Senate voted against the treaty, which has never been ratified.",
    ),
    ("The president will not seek a second term.", "The president won't run for a second term."),
    (
        "The striker missed a penalty and the match ended without a goal.",
        "The match ended goalless after the striker failed to convert a penalty.",
    ),
    ("Scientists said the finding may help to explain the extinction.", "The finding might help explain the extinction, scientists said."),
    ("The ministry has yet to publish the figures for 2025.", "Figures for 2025 have not been published by the ministry so far."),
    ("The airline blamed the delay on a lack of crew.", "The airline said the delay was due to a shortage of crew."),
    (
        "The spokesman said it was not clear how many had died in the landslide.",
        "It was unclear how many people the landslide had killed, the spokesman said.",
    ),
    ("The governor opposes the ban on plastic bags.", "The governor is against the ban on plastic bags."),
    (
        "The chancellor said taxes need not rise if growth reaches 2 percent.",
        "If growth reaches 2%, taxes do not have to go up, the chancellor said.",
    ),
    (
        "The airport will reopen on Friday after the runway was cleared.",
        "The airport, closed while the runway was being cleared, will reopen on Friday.",
    ),
    (
        "The firm agreed to pay a fine of 2 million euros without admitting guilt.",
        "The firm agreed to pay a fine of 2 million euros but admitted no guilt.",
    ),
    ("The mission was called off when the rocket failed to ignite.", "The rocket did not ignite, and the mission was cancelled."),
    ("The hospital denied any wrongdoing.", "The hospital said it had done nothing wrong."),
    (
        "Neither country has commented on the incident in the strait.",
        "Both countries have declined to comment on the incident in the strait.",
    ),
    (
        "The town council voted against the casino on Tuesday after residents protested for months.",
        "There will be no casino: following months of protests by residents, councillors threw out the project on Tuesday.",
    ),
    (
        "The player said he had not taken any banned substance and would appeal against his suspension.",
        "Denying that he ever used a prohibited substance, the player announced that he is to challenge the ban.",
    ),
    ("The judge refused to allow the video as evidence.", "The judge did not allow the video as evidence."),
    (
        "The company cannot be held responsible for the leak, its lawyers argued on Tuesday.",
        "Lawyers for the company argued Tuesday that it is not responsible for the leak.",
    ),
    ("The hospital has been unable to find a donor for the boy.", "The hospital has not found a donor for the boy."),
    ("The ship is believed to have sunk in the 17th century.", "The ship is thought to have gone down in the 17th century."),
    ("Police suspect that the fire was started deliberately.", "The fire is suspected to have been started on purpose, police said."),
    ("The agency has not ruled out further cuts.", "The agency said further cuts were possible."),
    ("The new engine uses less fuel than the old one.", "The new engine does not use as much fuel as the old one."),
    (
        "The chief executive said the plant would not close, despite rumours to the contrary.",
        "Denying rumours, the chief executive said the plant would stay open.",
    ),
    ("The court ruled that the arrest had been unlawful.", "The court ruled that the arrest had not been lawful."),
    (
        "The company said the breach had affected fewer than 200 customers and that no passwords had been stolen.",
        "No passwords were stolen in the breach, which affected fewer than 200 customers, the company said.",
    ),
    ("The new bridge was supposed to open in 2021.", "The new bridge was due to open in 2021."),
    (
        "The mayor insisted there was no need to panic as the flood water had stopped rising.",
        "As the flood waters were no longer rising, there was no reason to panic, the mayor insisted.",
    ),
    (
        "The parliament failed to elect a speaker after nine rounds of voting.",
        "The parliament could not elect a speaker after nine rounds of voting.",
    ),
    (
        "The zoo denied reports that the panda had died, saying it was in good health.",
        "The panda is in good health, the zoo said, and reports of its death are false.",
    ),
    ("Only two of the nine judges dissented.", "All but two of the nine judges agreed."),
    (
        "The star has not played since he broke his wrist in March, and will miss the rest of the season.",
        "The star, out since March with a broken wrist, will not play again this season.",
    ),
    ("The suspect cannot be named for legal reasons.", "The suspect could not be named for legal reasons."),
    (
        "Oil prices fell below $60 for the first time since 2021, as supply continued to rise.",
        "With supply still rising, the price of oil dropped under $60, which had not happened since 2021.",
    ),
    ("The village has had no electricity since Sunday.", "The village has been without electricity since Sunday."),
    (
        "The committee is to decide next week whether the games can go ahead.",
        "Whether the games may go ahead is to be decided next week by the committee.",
    ),
    ("The party opposes plans to cut pensions.", "The party is against plans to cut pensions."),
    (
        "None of the passengers was seriously hurt when the tram left the rails near the station.",
        "No passenger was badly hurt when the tram came off the rails close to the station.",
    ),
    ("The film failed to win a single prize.", "The film won no prize at all."),
    (
        "The company, which lost $4 million last year, expects to make a profit in 2026.",
        "The company expects to be profitable in 2026 after a loss of $4 million last year.",
    ),
    (
        "The ambassador was recalled for consultations, but relations were not broken off.",
        "The ambassador was called home for consultations, but ties were not cut.",
    ),
    ("The accused could be jailed for up to 12 years if convicted.", "If found guilty, the accused faces up to 12 years in prison."),
    ("The coach would not say whether the striker will play.", "The coach declined to say whether the striker will play."),
    (
        "Most of the tenants will be able to return to their flats by Friday, the fire brigade said.",
        "The fire brigade said most tenants could return to their flats by Friday.",
    ),
    ("The minister may be asked to resign.", "The minister could be asked to step down."),
    (
        "Turnout is expected to exceed 60 percent, the electoral commission said.",
        "The electoral commission expects a turnout of more than 60%.",
    ),
    ("The team will have to play its next match without its captain.", "The team must play its next match without its captain."),
    (
        "The pilot, who survived the crash, cannot remember what happened.",
        "The pilot lived through the crash but has no memory of what happened.",
    ),
    ("The president vowed to veto the bill.", "The president said he would veto the bill."),
    ("Under the new rules, shops will be allowed to open on Sundays.", "Shops can open on Sundays under the new rules."),
    ("The vaccine does not contain mercury.", "The vaccine contains no mercury."),
    (
        "The singer said that she had never met the man who claims to be her father.",
        "The singer said that she never met the man claiming to be her father.",
    ),
    ("The players were banned from speaking to reporters.", "The players were not allowed to speak to reporters."),
    (
        "Hundreds of flights were cancelled and no trains ran on Monday because of the snow.",
        "Because of the snow, no trains ran on Monday and hundreds of flights were called off.",
    ),
    ("Analysts had predicted that the bank would cut its dividend.", "Analysts had expected the bank to reduce its dividend."),
    (
        "The airline plans to hire 2,000 cabin crew next year and could add routes to Africa.",
        "The airline wants to recruit 2,000 cabin crew next year and might add routes to Africa.",
    ),
    ("The union has not decided whether to strike.", "The union has yet to decide whether to strike."),
    (
        "The defence argued that the witness had lied and could not be trusted.",
        "The witness was a liar who could not be believed, the defence argued.",
    ),
    ("Employees who do not wear a helmet risk a fine.", "Employees without a helmet risk a fine."),
    (
        "The general said that the army would not leave the city until all the mines were cleared.",
        "The army will stay in the city until all mines have been cleared, the general said.",
    ),
    (
        "Farmers can apply for the grant until May 31 and should get the money by July.",
        "Farmers may apply for the grant until May 31; they should receive the money by July.",
    ),
    ("It is not known when the talks will resume.", "It is unknown when the talks will resume."),
    (
        "The actress lost the case and must pay the paper's costs.",
        "The actress did not win the case and has to pay the costs of the newspaper.",
    ),
    ("Scientists warn that the glacier could vanish by 2050.", "Scientists warn that the glacier may disappear by 2050."),
    (
        "The prosecutor said the accused would likely face trial in the autumn.",
        "The accused will probably stand trial in the autumn, the prosecutor said.",
    ),
    (
        "The club has rejected a bid of 40 million euros for the winger.",
        "The club has turned down an offer of 40 million euros for the winger.",
    ),
    ("The two leaders agreed that the ceasefire must hold.", "The ceasefire has to hold, the two leaders agreed."),
    ("The nurse was cleared of murder.", "The nurse was found not guilty of murder."),
]
