"""Groups of words that mean the same in a news report, and pairs that mean the opposite: groups one to a line, pairs parted by semicolons."""

from __future__ import annotations

# Words that one desk writes where another writes the other
SYNONYMS = """
say state tell note add remark comment declare assert claim explain announce
kill slay die death dead fatality
wound injure injury hurt
attack assault strike raid
talk discussion conversation dialogue negotiation meeting consultation
meet encounter
agreement deal accord pact treaty
begin start commence launch
end finish conclude complete
buy purchase acquire acquisition
get receive obtain
help assist aid assistance
show display demonstrate indicate reveal
increase rise grow climb jump soar surge up gain
decrease fall drop decline slump plunge down sink shrink
near close nearby imminent
big large huge major
important significant key crucial vital
child kid
car vehicle automobile
police officer cop
lawmaker legislator congressman congresswoman representative rep
senator sen
governor gov
president pres
lawyer attorney counsel
company firm business corporation
worker employee staff
job post position
money fund cash
house home residence
picture photo photograph image
probe investigation inquiry investigate examine
accuse charge allege indict
arrest detain custody
quit resign
fire dismiss sack oust
ask request urge call
answer reply respond response
reject refuse rebuff
accept approve
allow permit let
ban prohibit bar forbid
try attempt seek
plan intend
want wish desire
think believe
need require
keep retain maintain
stop halt cease
build construct
use employ utilize
choose select pick
fight battle combat
goal aim objective target
problem issue matter
area region zone
nation country
citizen national
town city
group bloc organization organisation
leader chief head
minister secretary
vote ballot
poll survey
win victory triumph
lose loss defeat
protest demonstration rally
law legislation bill act statute
rule regulation
court tribunal
judge justice
trial proceeding
tax levy duty tariff
crisis emergency
fast quick rapid swift
slow gradual
angry furious
happy glad pleased delighted
sad unhappy
strong robust powerful
weak feeble
hard difficult tough
easy simple
old former previous prior past earlier
recent latest
current present
whole entire
enough sufficient
about approximately roughly around nearly
often frequently
soon shortly
quick prompt
film movie
tv television
doctor physician
soldier troop
storm hurricane
fire blaze
flood flooding
crash collision
approve pass
sign ink
back support endorse
oppose resist
criticize criticise slam blast condemn denounce
praise applaud hail laud
warn caution
threat menace
worry concern fear anxiety
hope optimism
promise pledge vow
agree consent concur
discuss debate
consider weigh mull
decide determine
cut reduce reduction slash lower
raise lift boost hike
spend spending expenditure
earn make
pay payment
sell sale
cost price
trade commerce commercial
export shipment
statement release
report story article
tweet post
speech address
visit trip
travel journey
leave depart exit
arrive reach come
send dispatch
bring carry
hold keep
find discover
lead head
join enter
share
strengthen bolster reinforce deepen fortify
tie relation relationship link
global worldwide international world
challenge
american us
"""

OPPOSITE_PAIRS = """
rise fall; fast slow; faster slower; fastest slowest; quick slow; quicker slower; stronger weaker; richer poorer; larger smaller
bigger smaller; large small; big small; greater smaller; longer shorter; long short; high low; taller shorter; heavier lighter
warmer colder; warm cold; hotter cooler; cheaper dearer; cheap expensive; easier harder; easy hard; safer riskier; young old
newer older; nearer farther; close far; earliest latest; newest oldest; strongest weakest; best worst; rose dropped; jump drop
climb drop; rise drop; rise decline; grow shrink; gain drop; soar plunge; surge slump; up off; welcome condemn; welcome criticize
good poor; great small; double triple; doubled tripled; twice thrice; with without; suggest prove; possible certain; likely certain
help hinder; love hate; like dislike; trust distrust; honest dishonest; happy unhappy; fair unfair; reasonable unreasonable
willing unwilling; willing reluctant; eligible ineligible; regular irregular; related unrelated; married unmarried; employed unemployed
known unknown; expected unexpected; armed unarmed; paid unpaid; clear unclear; claim confirm; claim deny; allege confirm
member observer; member guest; member partner; ally rival; add remove; add subtract; grant deny; grant refuse; pass fail; sign veto
keep drop; tighten relax; resume suspend; resume halt; continue stop; continue halt; killed saved; kill save; survive die
survivor victim; find lose; increase decrease; gain lose; up down; higher lower; more fewer; more less; accept reject; approve reject
agree refuse; support oppose; back oppose; import export; win lose; older younger; elder younger; before after; guilty innocent
buy sell; allow ban; permit prohibit; open close; first last; north south; east west; northern southern; eastern western
northeast southwest; northwest southeast; true false; dead alive; arrest release; hire fire; begin end; start stop; start finish
strengthen weaken; above below; man woman; men women; male female; boy girl; son daughter; brother sister; husband wife; father mother
uncle aunt; left right; right wrong; good bad; better worse; success failure; succeed fail; confirm deny; deny admit; praise criticize
friend enemy; ally enemy; early late; earlier later; maximum minimum; majority minority; major minor; public private; legal illegal
lawful unlawful; likely unlikely; able unable; possible impossible; lift impose; raise lower; raise cut; expand shrink; expand reduce
accelerate slow; improve worsen; attack defend; advance retreat; enter leave; arrive depart; join leave; include exclude
remember forget; safe dangerous; strong weak; rich poor; profit loss; surplus deficit; hot cold; war peace; victory defeat
optimistic pessimistic; conservative liberal; republican democrat; republican democratic; democrat gop; plaintiff defendant
borrower lender; employer employee; buyer seller; teacher student; parent child; acquit convict; guilt innocence; uphold overturn
uphold reverse; affirm reverse; condemn praise; always never; all none; many few; everyone nobody; everything nothing; largest smallest
highest lowest; longest shortest; oldest youngest; biggest smallest; heaviest lightest; top bottom; upper lower; inside outside
indoor outdoor; domestic foreign; temporary permanent; voluntary mandatory; optional mandatory; peaceful violent; urban rural
civilian military; positive negative; active inactive; broad narrow; deep shallow; wide narrow; full empty; full partial
maintain abandon; tighten loosen; tighten ease; escalate ease; invest divest; morning evening; morning afternoon; summer winter
spring autumn; spring fall; doubled halved; double halve; popular unpopular; stable unstable; certain uncertain; sufficient insufficient
encourage discourage; hero villain; victim suspect
"""

# Words of one kind, of which a thing is only one
CLASSES = """
husband wife brother sister father mother son daughter uncle aunt cousin nephew niece grandfather grandmother grandson granddaughter stepfather stepmother widow
red blue green yellow white black orange purple pink brown
north south east west
car truck bus train plane helicopter boat ship ferry bicycle motorcycle tram
rifle pistol knife bomb grenade shotgun machete
murder manslaughter theft fraud bribery arson perjury kidnapping robbery burglary rape treason
army navy police
wheat rice corn maize barley soybeans cotton coffee cocoa sugar
gold silver copper platinum
oil gas coal uranium
cholera malaria measles influenza tuberculosis polio ebola
earthquake flood hurricane tornado drought wildfire tsunami
monday tuesday wednesday thursday friday saturday sunday
arm leg knee shoulder ankle hip
heart lung liver kidney brain
football basketball tennis baseball cricket hockey golf rugby
"""
