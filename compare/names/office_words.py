"""What a person can be called, in tables whose entries exclude one another: posts, ranks, trades, parts in a case.

Entries are parted by semicolons, words of one entry are one office; a hyphen stands for a space too. Words of two tables stand beside each
other ("General Rao, the defence minister"). General words ("leader", "official") fit every entry of their table and speak against none.
"""

from __future__ import annotations

OFFICES = {
    "post": """
president pres; prime-minister premier pm; chancellor; minister; secretary; governor gov; mayor; senator sen; ambassador;
consul consul-general;
representative rep congressman congresswoman assemblyman assemblywoman mp mep; commissioner; speaker; whip;
treasurer; comptroller; spokesman spokeswoman spokesperson press-secretary; judge justice magistrate; prosecutor district-attorney;
attorney-general;
sheriff;
chairman chairwoman chairperson chair; chief-executive ceo chief-executive-officer managing-director executive-director; director;
chief-financial-officer cfo finance-director finance-chief; chief-operating-officer coo;
chief-technology-officer cto chief-technical-officer;
founder co-founder cofounder; owner co-owner; editor editor-in-chief; king; queen; prince; princess; emperor; sultan; emir; pope; cardinal;
archbishop; bishop; priest vicar pastor; imam; rabbi; general-secretary secretary-general;
councillor councilor councilman councilwoman alderman;
delegate; chief-of-staff; army-chief; navy-chief; police-chief chief-of-police; fire-chief; majority-leader; minority-leader;
opposition-leader leader-of-the-opposition; solicitor-general; public-defender; general-counsel; first-lady;
lieutenant-governor lt-governor lt-gov;
national-security-adviser national-security-advisor security-adviser security-advisor; administrator; coach manager; investigator;
auditor; negotiator mediator;
rector provost; dean;
ombudsman; chief-justice; chief-minister; first-minister; shareholder; lobbyist; coroner; curator; vice-captain; captain skipper; regent;
crown-prince
""",
    "rank": """
general gen; colonel col; major maj; captain capt; lieutenant lt; sergeant sgt; corporal; admiral adm; commodore; brigadier; marshal;
inspector; superintendent supt; constable;
lieutenant-colonel; major-general; lieutenant-general; chief-inspector; commander
""",
    "trade": """
professor prof; student; undergraduate; nurse; surgeon; intern trainee; midwife; paramedic; pharmacist; teacher; lecturer; pupil;
striker forward; midfielder;
defender; goalkeeper keeper; quarterback; pitcher; referee umpire; jockey; coach manager; pilot; co-pilot copilot; driver; mechanic;
conductor;
engineer; architect; lawyer solicitor barrister defence-lawyer defense-lawyer defence-attorney defense-attorney; judge; prosecutor;
accountant; farmer; fisherman; soldier; policeman policewoman;
firefighter fireman; sailor; cook chef; waiter; baker; carpenter; electrician; plumber; priest; imam; rabbi;
journalist reporter correspondent;
winger; wicketkeeper; principal headteacher headmaster headmistress; goaltender; investigator; spokesman spokeswoman spokesperson;
janitor caretaker; guard; sheriff
""",
    "part": "suspect defendant accused; victim; witness; plaintiff complainant; juror; hostage; survivor",
}

GENERAL = {
    "post": "leader head chief boss official politician executive officer diplomat statesman member ruler monarch royal cleric prelate clergyman adviser "
    "advisor aide candidate nominee expert lawyer attorney counsel solicitor businessman businesswoman entrepreneur tycoon magnate economist analyst "
    "figure strongman coordinator deputy partner agent manager lawmaker legislator parliamentarian envoy",
    "rank": "officer soldier commander chief veteran policeman policewoman official head boss leader",
    "trade": "doctor physician medic expert scientist researcher academic scholar player athlete footballer specialist official author star international "
    "worker employee analyst writer artist officer staffer economist biologist chemist physicist historian astronomer geologist epidemiologist",
    "part": "man woman",
}

# Posts that one person may hold together, so that two articles may choose between them
TOGETHER = """
majority-leader senator; majority-leader representative; minority-leader senator; minority-leader representative; opposition-leader senator;
opposition-leader representative; opposition-leader chairman; opposition-leader president; administrator director;
administrator commissioner;
administrator governor; opposition-leader mayor; opposition-leader governor;
minister senator; minister representative; minister spokesman; minister secretary;
minister secretary-of-state;
minister general-secretary; chairman senator; chairman representative; chairman governor; chairman mayor;
chairman general-secretary;
speaker representative; speaker senator; whip representative; whip senator; treasurer representative; treasurer minister; treasurer senator;
secretary senator; secretary representative; prime-minister representative; prime-minister chairman; chief-executive director;
president chief-executive; negotiator minister; negotiator ambassador; negotiator representative; negotiator director; negotiator secretary;
delegate senator; delegate representative; delegate governor; delegate mayor; prince minister; prince governor; prince crown-prince;
prince king; prince prime-minister;
investigator director; investigator prosecutor; investigator judge; investigator auditor; investigator commissioner; shareholder owner;
shareholder founder;
shareholder chairman; shareholder chief-executive; shareholder director; shareholder president; founder director; founder owner;
judge chief-justice;
commissioner police-chief; priest bishop; priest archbishop; archbishop archbishop; king emir; sultan king; mayor councillor;
ambassador representative; director editor; director curator; dean professor; prosecutor attorney-general;
minister governor;
auditor commissioner; representative councillor; commissioner sheriff; commissioner chairman; commissioner director;
chief-minister minister;
first-minister minister; owner chairman; owner president; professor surgeon; professor engineer; professor lawyer;
professor lecturer; professor architect; professor teacher; professor investigator; surgeon investigator; teacher coach; engineer pilot;
teacher lecturer;
student undergraduate; student pupil; student intern; student trainee; striker winger; midfielder winger; goalkeeper goaltender;
guard soldier; soldier pilot
"""

# Words of rank that set one holder of an office below another, and words of time
UNDER = "vice deputy assistant associate under junior shadow"
TIMES = {
    "former": "former", "ex": "former", "onetime": "former", "one-time": "former", "past": "former", "then": "then", "acting": "acting", "interim": "acting",
    "caretaker": "acting", "elect": "elect", "designate": "elect", "incoming": "elect", "nominee": "elect", "retired": "former",
}  # fmt: skip

# What a minister or a secretary answers for: two of these are two ministries; words of one entry are one
PORTFOLIOS = """
majority; minority; foreign external; interior home; finance treasury exchequer; defence defense; justice; health; education; energy; agriculture farm farming;
transport transportation; labour labor employment; supreme; appeals appeal appellate; economy economic economics; trade commerce;
industry; culture;
environment environmental climate; housing; tourism;
sports sport; information; immigration migration; planning; unification; science; prison; police; army; navy; air; intelligence;
oil petroleum; mining;
water; fisheries; budget; tax; veterans; welfare social; development; security; press; state; railway railways rail; aviation; digital;
equality; gender; women; youth; family
"""
