"""More pairs of sentences of our own that deny or hedge alike in other words: nothing may be said of them."""

from __future__ import annotations

AGREES = [
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
