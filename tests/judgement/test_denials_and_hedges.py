"""What one article denies or hedges and the other doesn't, in sentences of our own, and as many that deny or hedge alike and must stay silent."""

from __future__ import annotations

from datetime import date

import pytest

from compare.judgement import differences
from compare.model import Article, Difference, Link, Place
from compare.pipeline import analyse


def found(one: str, other: str) -> list[Difference]:
    """The differences of weight between two one-sentence articles that are taken to be linked."""
    analyses = [analyse(Article(name, text, name, name, published=date(2026, 3, 12))) for name, text in (("a", one), ("b", other))]
    links = [
        Link(Place(0, i), Place(1, j), 0.9, "aligned") for i in range(len(analyses[0].sentences)) for j in range(len(analyses[1].sentences))
    ]
    return [difference for difference in differences.find(analyses, links, (), ()) if difference.severity >= 2]


SAYS = [
    (
        "modality",
        "A rise in rates is possible in June, the bank's governor said.",
        "A rise in rates is certain in June, the bank's governor said.",
    ),
    (
        "modality",
        "Drivers must use winter tyres from November 1, the transport ministry said.",
        "Drivers are advised to use winter tyres from November 1, the ministry of transport said.",
    ),
    ("modality", "Investigators believe that the pilot fell asleep.", "The pilot fell asleep, investigators found."),
    (
        "modality",
        "It is possible that the comet struck the moon of Jupiter, astronomers said.",
        "It is certain that the comet struck the moon of Jupiter, astronomers said.",
    ),
    (
        "modality",
        "Passengers are required to show a test result at the border.",
        "At the border, passengers may be asked to show a test result.",
    ),
    (
        "modality",
        "Police have confirmed that the body found in the canal is that of the missing student.",
        "The body found in the canal is believed to be that of the missing student, police said.",
    ),
    (
        "modality",
        "Scientists believe the tablet could cure the disease within a decade.",
        "Scientists believe the tablet will cure the disease within a decade.",
    ),
    (
        "modality",
        "The airline has ordered 60 jets from the European manufacturer, it said at the Dubai air show.",
        "At the Dubai air show the airline said it intends to order 60 jets from the European maker.",
    ),
    (
        "modality",
        "The bacteria probably came from the well, the health officer said on Monday.",
        "The bacteria came from the well, the health officer said on Monday.",
    ),
    (
        "modality",
        "The bank was the target of hackers from abroad, the agency said.",
        "The bank was apparently the target of hackers from abroad, the agency said.",
    ),
    (
        "modality",
        "The company is considering the sale of its pet food business for $3 billion, its chairman said.",
        "Its pet food business will be sold for $3bn, the company's chairman said.",
    ),
    (
        "modality",
        "The fire was caused by an electrical fault in the kitchen, investigators said on Friday.",
        "Investigators said Friday that an electrical fault in the kitchen may have caused the blaze.",
    ),
    (
        "modality",
        "The firm threatened to move its headquarters from Dublin to Amsterdam.",
        "From Dublin the firm moved its headquarters to Amsterdam.",
    ),
    (
        "modality",
        "The government will cut the tax on diesel in January, Finance Minister Olaf Lund said.",
        "Finance Minister Olaf Lund said the government is considering cutting the tax on diesel in January.",
    ),
    ("modality", "The law obliges companies to report such payments.", "Such payments can be reported by companies under the law."),
    (
        "modality",
        "The minister will visit the flooded villages on Saturday, her spokesman said.",
        "The minister hopes to visit the flooded villages on Saturday, her spokesman said.",
    ),
    (
        "modality",
        "The plan to build 2,000 homes on the airfield is certain to be approved next month.",
        "The plan to build 2,000 homes on the airfield is likely to be approved next month.",
    ),
    ("modality", "The player is to leave the club in June.", "The player wants to leave the club in June."),
    ("modality", "The president promised to close the mine by 2027.", "The mine was closed by the president in 2027."),
    (
        "modality",
        "The report suggests that the bridge had cracks before it collapsed.",
        "The report proves that the bridge had cracks before it collapsed.",
    ),
    (
        "modality",
        "The satellite appears to have broken up in orbit over the Pacific, the agency said.",
        "Over the Pacific the satellite has broken up in orbit, according to the agency.",
    ),
    (
        "modality",
        "The storm will reach the coast by Friday morning, forecasters said.",
        "The storm could reach the coast by Friday morning, forecasters said.",
    ),
    (
        "modality",
        "The strike threatens to delay deliveries of vaccines to rural clinics.",
        "The strike has delayed deliveries of vaccines to rural clinics.",
    ),
    ("modality", "The two carmakers have decided to share a factory in Slovakia.", "The two carmakers may share a factory in Slovakia."),
    (
        "modality",
        "The two countries have agreed to reopen the border crossing at Dorna.",
        "The two countries are discussing whether to reopen the border crossing at Dorna.",
    ),
    ("modality", "The volcano is likely to erupt within days.", "The volcano will erupt within days."),
    (
        "modality",
        "Villagers were forced to hand over their harvest to the militia, witnesses said.",
        "Witnesses said that villagers were asked to give their harvest to the militia.",
    ),
    (
        "negation",
        "A jury in Leeds acquitted the nurse of poisoning two patients at a care home.",
        "The nurse was convicted by a Leeds jury of poisoning two patients in a nursing home.",
    ),
    (
        "negation",
        "Doctors managed to save the man's leg after an operation lasting nine hours.",
        "After a nine-hour operation, surgeons were unable to save the man's leg.",
    ),
    ("negation", "Exports of wine to China resumed in March.", "Exports of wine to China were halted in March."),
    (
        "negation",
        "Farmers oppose the tax on fertiliser, according to a survey published on Monday.",
        "Farmers support the tax on fertiliser, a survey published on Monday shows.",
    ),
    (
        "negation",
        "Shareholders backed the merger at a meeting in Rotterdam, with 71 percent of votes cast.",
        "At a meeting in Rotterdam the merger was voted down by shareholders, with 71% of the votes cast.",
    ),
    ("negation", "Teachers in the province ended their strike on Monday.", "Teachers in the province began their strike on Monday."),
    (
        "negation",
        "The airline is profitable again, its chief executive Jana Kos told investors in Prague.",
        "Jana Kos, chief executive of the airline, told investors in Prague that it is still unprofitable.",
    ),
    ("negation", "The bill does not apply to small companies.", "The bill applies to small companies."),
    (
        "negation",
        "The company failed to warn customers about the faulty brakes, the court heard.",
        "The company warned customers about the faulty brakes, the court was told.",
    ),
    (
        "negation",
        "The council voted to keep the swimming pool open through the winter.",
        "The swimming pool will not stay open through the winter, the council voted.",
    ),
    (
        "negation",
        "The dam is in danger of collapse, engineers told residents on Monday.",
        "The dam is not in danger of collapse, engineers told residents Monday.",
    ),
    (
        "negation",
        "The drug maker withdrew its application for approval in Japan last week.",
        "Last week the drug maker did not withdraw its application for approval in Japan.",
    ),
    (
        "negation",
        "The flight landed safely in Reykjavik after the crew reported smoke in the cabin.",
        "After reporting smoke in the cabin, the crew could not land the plane safely in Reykjavik.",
    ),
    (
        "negation",
        "The minister denied that the government had paid a ransom for the engineers held in the desert.",
        "The government paid a ransom for the engineers held in the desert, the minister confirmed.",
    ),
    ("negation", "The museum has never lent the vase to another institution.", "The museum has lent the vase to another institution."),
    ("negation", "The reform is not only about taxes, the minister said.", "The reform is only about taxes, the minister said."),
    (
        "negation",
        "The retailer abandoned its plan to open 40 shops in Poland next year.",
        "The retailer is going ahead with its plan for 40 new stores in Poland next year.",
    ),
    (
        "negation",
        "The satellite was successfully placed in orbit, the space agency said.",
        "The satellite was not placed in orbit, the space agency said.",
    ),
    (
        "negation",
        "The ship's captain ignored the warning from the coast guard, the inquiry found.",
        "The inquiry found that the captain of the ship heeded the coast guard's warning.",
    ),
    ("negation", "The tests showed that the milk was contaminated with bacteria.", "The milk was free of bacteria, the tests showed."),
    (
        "negation",
        "The two parties failed to form a coalition after talks on Sunday.",
        "The two parties formed a coalition after talks on Sunday.",
    ),
    (
        "negation",
        "The two sides reached an agreement on prisoners on Wednesday night, the mediator said.",
        "The two sides did not reach a deal on prisoners on Wednesday night, the mediator said.",
    ),
    (
        "negation",
        "The union accepted the pay offer after a ballot of its 12,000 members.",
        "The union rejected the pay offer after polling its 12,000 members.",
    ),
    (
        "negation",
        "The vaccine is effective against the new strain, researchers in Basel reported.",
        "The vaccine is ineffective against the new strain, scientists in Basel reported.",
    ),
    (
        "negation",
        "The witness recognised the man in the dock, the court in Porto heard.",
        "The court in Porto heard that the witness did not recognise the man in the dock.",
    ),
    (
        "negation",
        "Two climbers survived the avalanche on the north face, mountain rescuers said.",
        "Two climbers died in the avalanche on the north face, according to mountain rescuers.",
    ),
]
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
    ("More than half of the patients survived for five years or longer.", "Fewer than half of the patients died within five years."),
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
    (
        "The regulator blocked the sale of the port because it would have harmed competition.",
        "The sale of the port was not approved by the regulator, which feared it would harm competition.",
    ),
    ("The ship is believed to have sunk in the 17th century.", "The ship is thought to have gone down in the 17th century."),
    ("Police suspect that the fire was started deliberately.", "The fire is suspected to have been started on purpose, police said."),
    ("The agency has not ruled out further cuts.", "The agency said further cuts were possible."),
    (
        "Rescuers fear that dozens may be trapped under the rubble of the hotel.",
        "Dozens of people are feared trapped under the rubble of the hotel, rescuers said.",
    ),
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
    ("The government must not spend the money on weapons.", "The government is not allowed to spend the money on weapons."),
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
    (
        "Tourists are advised not to swim in the lake, where the bacteria were found.",
        "Visitors should not swim in the lake, where the bacteria were discovered.",
    ),
    ("Support for the party has never been so low.", "Support for the party is lower than ever before."),
    (
        "The ban was lifted in April after a court found it unconstitutional.",
        "The ban is no longer in force: a court found it unconstitutional in April.",
    ),
    ("The bank said it would not raise rates this year.", "The bank said it would keep rates unchanged this year."),
    ("The minister promised that no teacher would lose his job.", "No teacher would be dismissed, the minister promised."),
    (
        "Unlike its neighbour, the country has not joined the alliance, though its president says he hopes to do so by 2028.",
        "The country's president hopes to join the alliance by 2028; so far, unlike its neighbour, it is not a member.",
    ),
    ("The firm said that it was not aware of any complaint.", "The firm said that it knew of no complaint."),
    ("The lender said it had no plans to close branches.", "The lender said it did not plan to close branches."),
    (
        "A storm that could bring gusts of 140 km/h is expected to hit the coast on Friday, and ferries will not run.",
        "Ferries will be cancelled on Friday, when a storm with possible gusts of 140 km/h is forecast to reach the coast.",
    ),
    (
        "Ticket sales are down 20 percent, and the theatre may have to close.",
        "With ticket sales 20 percent lower, the theatre might be forced to close.",
    ),
    (
        "The candidate refused to concede defeat, although his rival had won 58 percent of the vote.",
        "Although his rival took 58% of the vote, the candidate would not admit that he had lost.",
    ),
    ("The tax cut is unlikely to pass this year.", "The tax cut is not expected to pass this year."),
    (
        "The forward was suspended for three matches and will miss the final in Doha.",
        "Banned for three games, the forward will not play in the final in Doha.",
    ),
    ("The operator did not say when the line would reopen.", "The operator gave no date for the reopening of the line."),
    (
        "The river is no longer safe for swimming because of waste from a tannery, officials warned.",
        "Officials warned that waste from a tannery had made the river unsafe for swimmers.",
    ),
    (
        "Witnesses said that the driver did not brake before the crash.",
        "According to witnesses, the driver failed to brake before the crash.",
    ),
    (
        "The senator, who had opposed the bill, changed his mind and voted for it on Thursday.",
        "On Thursday the senator voted for the bill after having been against it at first.",
    ),
    ("She is not the first woman to hold the office.", "Other women have held the office before her."),
    (
        "The opposition won 51 seats and the governing party lost its majority.",
        "The governing party failed to keep its majority, while the opposition took 51 seats.",
    ),
    ("The government has suspended the export of onions.", "The government has stopped the export of onions."),
    (
        "Lawmakers voted 61 to 40 against lifting the ban on hunting wolves.",
        "The ban on hunting wolves stays in force after lawmakers voted by 61 to 40 not to lift it.",
    ),
    ("The crew are safe, and nobody was injured.", "The crew are unharmed."),
    ("Parents are being urged to keep sick children at home.", "Parents should keep sick children at home, officials say."),
    (
        "The minister lost her seat but is expected to remain in the cabinet until May.",
        "Although she was not re-elected, the minister will probably stay in the cabinet until May.",
    ),
    (
        "The two men deny having planned an attack on the embassy and will stand trial in March.",
        "The two men, who say they did not plan any attack on the embassy, go on trial in March.",
    ),
    ("The jury could not agree on a verdict.", "The jury failed to agree on a verdict."),
    (
        "The museum must return the mask unless it can prove that it was bought legally.",
        "If it cannot prove that the mask was bought legally, the museum will have to return it.",
    ),
    ("Rescue workers have not given up hope of finding survivors.", "Rescue workers still hope to find survivors."),
    (
        "The treaty does not allow inspections without notice, which critics call its main weakness.",
        "Critics say the main weakness of the treaty is that inspections are not permitted without notice.",
    ),
    ("The minister ruled out an early election.", "The minister said there would be no early election."),
    (
        "Prosecutors dropped the charges against the broker for lack of evidence.",
        "For want of proof the charges against the broker were withdrawn by prosecutors.",
    ),
    ("The bank has agreed to buy its rival for 4 billion euros.", "The bank is to buy its rival for 4 billion euros."),
    (
        "The chancellor said the budget would be balanced by 2028 and that taxes would not go up.",
        "The budget will be balanced by 2028 without tax rises, the chancellor said.",
    ),
    ("The rebels have rejected a truce proposed by the African Union.", "The rebels refused a truce that the African Union had proposed."),
    (
        "The agency warned that the fund could run out of money by 2031 if contributions are not raised.",
        "Unless contributions go up, the fund may have no money left by 2031, the agency warned.",
    ),
    (
        "The report found no evidence that the minister had known of the payments.",
        "There is no proof that the minister knew about the payments, according to the report.",
    ),
    (
        "The patient, who had been expected to die within weeks, has recovered and left the hospital.",
        "Doctors had given the patient only weeks to live, but he got well and was released from hospital.",
    ),
    (
        "The company should repay the subsidy because it closed the plant, the court said.",
        "Because it shut the plant the company ought to pay back the subsidy, according to the court.",
    ),
    (
        "The scientist is likely to have died of a heart attack, the coroner said.",
        "The coroner said a heart attack probably killed the scientist.",
    ),
    ("The minister did not deny that the files had been lost.", "The minister admitted that the files had been lost."),
    (
        "The prime minister insisted he would not resign even if he lost the vote on Monday.",
        "Even if he is defeated in Monday's vote the prime minister will stay in office, he insisted.",
    ),
    (
        "The port is due to reopen on Monday once divers have removed the wreck.",
        "Once the wreck has been cleared by divers, the port will reopen on Monday.",
    ),
    ("The company intends to list its shares in Amsterdam.", "The company plans to float in Amsterdam."),
    ("The pair allegedly smuggled gold from Sudan.", "The pair are accused of smuggling gold from Sudan."),
    ("Officials believe the leak may have begun in July.", "According to officials the leak possibly began in July."),
    ("Borrowers will be able to repay early without a fee.", "Borrowers can repay early without paying a fee."),
    ("Any change to the treaty would need the consent of all 27 members.", "All 27 members must agree to any change to the treaty."),
    ("The ferry was carrying more people than it should have.", "The ferry was carrying more people than it was allowed to."),
    (
        "Travellers might want to bring a coat, as temperatures could fall to minus 12 degrees.",
        "Temperatures may drop to 12 degrees below zero, so travellers should bring a coat.",
    ),
    (
        "The new rules would apply from January if parliament approves them.",
        "If parliament approves them, the new rules will apply from January.",
    ),
    (
        "The president could be removed if two thirds of the senators vote to convict her.",
        "A two-thirds vote of the senators would be enough to remove the president.",
    ),
    ("The actor said he would love to play the part again.", "The actor said he wanted to play the part again."),
    (
        "Staff have been told to work from home, and the office will probably stay closed until Thursday.",
        "The office is likely to remain shut until Thursday, and staff have to work from home.",
    ),
    ("The two sides are close to an agreement, the envoy said.", "The two sides have almost reached an agreement, the envoy said."),
    (
        "The airline had to cancel 120 flights on Friday because of the storm.",
        "Because of the storm, the airline cancelled 120 flights on Friday.",
    ),
    ("The council decided to close the road.", "The council closed the road."),
    (
        "The firm agreed to pay $40 million to settle the case, court papers show.",
        "Court papers show that the firm will pay $40 million to settle the case.",
    ),
    (
        "The mayor said that the city needed to spend 30 million euros on its sewers.",
        "The city has to spend 30 million euros on its sewers, the mayor said.",
    ),
    (
        "The judge ordered the newspaper to publish an apology on its front page.",
        "The newspaper must publish an apology on its front page, the judge ruled.",
    ),
    (
        "The ministry is to send 40 engineers to the region, where bridges may have been weakened by the flood.",
        "Forty engineers will be sent by the ministry to the region, where the flood might have damaged bridges.",
    ),
    (
        "Under the deal the union must call off its strike and the firm will raise pay by 5 percent.",
        "The firm is to raise wages by 5%, and the union has to end its strike, under the deal.",
    ),
    (
        "The keeper is out for six weeks and could miss the cup final.",
        "The keeper will be out for six weeks and might not play in the cup final.",
    ),
    (
        "Experts said the virus can survive for up to three days on steel.",
        "The virus survives on steel for as long as three days, experts said.",
    ),
    ("He would have turned 90 in June.", "He would have been 90 in June."),
    (
        "The minister said inflation should fall below 3 percent by summer.",
        "By summer, the minister said, inflation is expected to drop under 3%.",
    ),
    (
        "The coach hopes to have her captain back for Saturday's match.",
        "The coach is hopeful that her captain will be back for Saturday's match.",
    ),
    (
        "The group, which is suspected of 14 burglaries, is thought to have sold the jewels in Antwerp.",
        "The suspected burglars, held over 14 break-ins, are believed to have sold the jewels in Antwerp.",
    ),
    ("It seems that the pilot lost his way in the fog.", "The pilot apparently lost his way in the fog."),
    ("The researchers think that the tomb belonged to a queen.", "The tomb belonged to a queen, the researchers believe."),
    ("The group claimed that the police had used live rounds.", "The police used live rounds, the group claimed."),
    (
        "Once completed, the tower will be the tallest in Africa, standing 385 metres high.",
        "At 385 metres, the tower is set to be the tallest in Africa when it is finished.",
    ),
    ("The suspect managed to escape through a window.", "The suspect escaped through a window."),
    (
        "Scientists were able to measure the planet's mass with a telescope in Chile.",
        "With a telescope in Chile scientists have measured the mass of the planet.",
    ),
    ("Doctors tried to save the boy but he died on Sunday.", "The boy died on Sunday despite doctors' attempts to save him."),
    (
        "The board wants the chief executive to stay until a successor can be found.",
        "The chief executive should stay until a successor is found, the board says.",
    ),
    ("The law requires shops to display prices.", "Under the law shops must display prices."),
    (
        "The court will rule on the appeal next month, and the mayor remains in office until then.",
        "A ruling on the appeal is due next month; until then the mayor will remain in office.",
    ),
]


@pytest.mark.parametrize(("kind", "one", "other"), SAYS)
def test_what_one_denies_or_hedges_is_found_whichever_comes_first(kind: str, one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert kind in {difference.kind for difference in found(first, second)}


@pytest.mark.parametrize(("one", "other"), AGREES)
def test_what_both_deny_or_hedge_in_other_words_stays_silent(one: str, other: str) -> None:
    assert found(one, other) == []
    assert found(other, one) == []
