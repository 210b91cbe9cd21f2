"""Families of verbs and adjectives of news reports that tell the outcome of a thing, and the words that tell the opposite outcome.

A family a line: the words of one pole, "|", the words of the other. A phrase is joined by "_" and may be parted by its object ("turned the offer
down"). "=" marks a word that counts in this form alone, because its other forms mean other things ("closed", but not "close"). A family whose line
begins with ">" tells opposite things only of one subject ("bought", "sold"). A word may in several families.
"""

from __future__ import annotations

FAMILIES = """
approve accept endorse ratify adopt enact authorize authorise greenlight =passed =backed sign_into_law sign_off clear_the_way \
wave_through vote_for vote_through give_approval agree_to give_its_blessing give_consent | reject refuse rebuff veto block turn_down \
vote_down throw_out strike_down vote_against disapprove defeat kill_off shoot_down refuse_permission overrule thwart stymie scupper nix \
spurn oppose withhold_approval
support back endorse favour favor champion welcome defend embrace advocate stand_by side_with campaign_for come_out_for speak_for | \
oppose resist fight condemn denounce criticize criticise object campaign_against come_out_against reject attack deplore slam
supporter backer ally advocate proponent champion defender | opponent critic foe rival detractor adversary
agree consent accept =willing say_yes | refuse decline reject =unwilling balk say_no rebuff =reluctant disagree
confirm acknowledge admit concede verify corroborate confess affirm | deny dispute refute rebut disavow contradict repudiate
admit acknowledge accept concede | deny reject dispute
prove confirm substantiate | disprove debunk refute discredit
=true =accurate =correct =genuine =authentic | =false =untrue =inaccurate =incorrect =fake =bogus =baseless =unfounded =forged \
=counterfeit
allow permit let authorize authorise enable entitle legalize legalise license | ban bar forbid prohibit outlaw prevent block stop \
disallow rule_out =blacklisted criminalize criminalise exclude
legalize legalise decriminalize decriminalise | ban outlaw criminalize criminalise prohibit
=legal =lawful =legitimate =constitutional =valid =permissible | =illegal =unlawful =illegitimate =unconstitutional =invalid =illicit \
=void =impermissible
=able manage succeed =capable | =unable fail =incapable fall_short
succeed =successful =successfully triumph succeeded success | fail =unsuccessful =unsuccessfully flop =failure failure
possible feasible achievable | impossible unfeasible unachievable
rise increase climb grow jump surge soar gain go_up edge_up shoot_up rebound rocket swell skyrocket leap accelerate widen expand | fall \
decrease drop decline shrink slump plunge sink dip tumble go_down edge_down slide plummet crash lose shed slip dwindle narrow halve recede
raise increase lift hike boost expand double put_up push_up step_up ramp_up augment | cut reduce lower slash trim decrease curb \
scale_back scale_down bring_down pare halve curtail shave
increase rise growth gain surge jump climb expansion upturn | decrease fall decline drop reduction slump contraction dip downturn
>win triumph prevail victory come_first =victorious beat defeat overcome outvote | lose defeat loss suffer_defeat =beaten =defeated \
come_last fall_to go_down
>beat defeat overcome thrash trounce edge_past see_off knock_out | lose_to fall_to =beaten
>retain keep defend hold_on regain win reclaim secure | lose relinquish surrender give_up cede forfeit yield
score convert net | miss squander
qualify advance go_through make_the_cut | fail =eliminated crash_out knock_out bow_out miss_out go_out
promote elevate upgrade | demote relegate downgrade
=guilty convict | =innocent acquit exonerate clear absolve vindicate
convict sentence | acquit clear free release exonerate
conviction =guilt | acquittal =innocence exoneration
uphold affirm confirm sustain let_stand reaffirm | overturn reverse quash strike_down annul set_aside throw_out void overrule dismiss \
nullify revoke
arrest detain capture seize lock_up apprehend take_into_custody | release free set_free let_go discharge liberate escape parole evade flee
kidnap abduct capture | release free rescue
pardon spare amnesty forgive | punish execute
charge indict prosecute | drop_charge
survive =alive =unharmed =unhurt =unscathed =uninjured escape_unhurt escape_unharmed rescue save =safe walk_away recover | die kill \
perish =dead succumb death drown lose_his_life lose_her_life lose_their_life =fatal
save rescue spare preserve protect salvage | kill destroy damage
recover improve rebound revive pick_up heal stabilize stabilise strengthen | worsen deteriorate weaken relapse decline
injure wound hurt | =unhurt =unharmed =unscathed =uninjured
=healthy | =ill =sick =unfit =unwell
=safe secure | =unsafe =dangerous hazardous =risky harmful =insecure
=stable | =unstable volatile
=open =opened =opens reopen =opening unlock unblock | =closed =close =closes =shut close_down shut_down =closing =closure =shuttered \
seal_off =locked stay_closed remain_closed
begin start launch open commence kick_off resume restart initiate embark =underway | end stop halt cease suspend finish terminate \
conclude discontinue call_off pause break_off wind_up abandon scrap complete
resume restart renew restore reinstate reopen relaunch revive | suspend halt stop end cancel cut_off break_off abandon freeze scrap \
discontinue pause withdraw
continue persist go_on proceed go_ahead press_ahead push_ahead carry_on keep stay stick_with forge_ahead stick_to | stop end halt cease abandon \
suspend quit discontinue scrap give_up cancel call_off withdraw shelve
proceed go_ahead press_ahead pursue | cancel abandon scrap drop shelve ditch axe call_off back_out postpone put_off halt withdraw \
pull_out delay
=permanent =lasting =indefinite =permanently =indefinitely | =temporary =temporarily =interim =brief
extend prolong renew | shorten curtail end cut_short
impose introduce enact tighten =slap put_in_place bring_in levy | lift repeal scrap remove abolish end waive ease revoke drop withdraw \
do_away rescind relax
create establish set_up form | abolish dissolve disband scrap dismantle
repeal revoke abolish rescind scrap | enact introduce keep retain extend uphold renew
tighten toughen strengthen harden stiffen step_up | ease relax loosen soften weaken water_down
escalate intensify heighten worsen inflame deepen | ease defuse calm subside abate de-escalate cool die_down
strengthen bolster reinforce | weaken undermine erode sap soften
accelerate speed_up hasten quicken | delay decelerate hold_up
hire recruit appoint employ take_on | fire dismiss sack lay_off oust axe let_go remove make_redundant
appoint install reinstate reappoint | dismiss remove oust depose sack suspend
stay remain keep_his_job keep_her_job cling | leave quit resign step_down depart walk_away pull_out exit withdraw
join enter accede sign_up | leave quit withdraw exit pull_out
>arrive enter | depart leave take_off set_off
advance gain_ground push_forward capture seize | retreat withdraw lose_ground pull_back
attack invade assault | defend retreat
deploy send station dispatch | withdraw recall pull_out bring_home
withdraw pull_out | remain stay deploy send
>buy purchase acquire snap_up take_over | sell offload divest dispose
invest | divest disinvest
>import | export
pay repay settle honour compensate refund reimburse | withhold default dodge evade
give grant award donate hand_over hand_back give_back provide deliver supply | deny withhold refuse keep seize confiscate retain deprive
grant award issue give renew | deny refuse revoke withhold cancel reject
include insert incorporate | remove exclude omit delete strip leave_out
include contain | exclude omit
find discover locate recover detect | lose
=present attend turn_up show_up participate take_part | =absent skip miss boycott stay_away pull_out withdraw
take_part participate compete | boycott withdraw miss sit_out pull_out skip
reveal disclose publish release expose uncover unveil make_public | hide conceal withhold cover_up suppress
=publicly | =privately =secretly
remember recall | forget
obey comply respect abide adhere conform honour heed | defy violate breach flout break ignore disobey contravene
respect | violate
comply cooperate | defy resist refuse
praise laud hail applaud commend compliment salute | criticize criticise condemn denounce slam blast attack lambast rebuke censure
welcome praise applaud hail | condemn deplore criticize criticise denounce regret reject protest
trust believe | distrust mistrust doubt
=confident =certain =sure =convinced =optimistic =hopeful =upbeat | =doubtful =uncertain =unsure =pessimistic =gloomy =sceptical \
=skeptical =unconvinced
=satisfied =happy =pleased =delighted | =dissatisfied =unhappy =displeased =disappointed =angry =upset =furious
love enjoy admire | dislike hate loathe detest
help aid assist facilitate | hinder hamper impede obstruct
encourage urge promote | discourage deter dissuade
protect shield safeguard | endanger threaten expose imperil
build construct erect restore rebuild | demolish destroy tear_down raze dismantle pull_down knock_down
repair mend fix restore | wreck destroy
unite unify merge join reunite | divide split separate break_up
marry wed | divorce separate
cause trigger | prevent avert
=wet | =dry
=full | =empty
=sufficient =enough =adequate =ample =plenty | =insufficient =inadequate lack shortage scarce scarcity
profit =profitable surplus earn | loss =unprofitable deficit =loss-making lose
profit | loss
surplus | deficit
boom | recession slump bust
beat exceed surpass top outperform outstrip beat_expectations | miss fall_short underperform lag trail
lead =ahead | trail lag
strong robust =buoyant | weak feeble =sluggish
majority | minority
effective | ineffective useless =futile
efficient | inefficient wasteful
popular | unpopular
eligible | ineligible =disqualified
qualified | unqualified
fair | unfair unjust
conscious | unconscious
armed | unarmed
=peaceful =peacefully =calm | =violent =violently =turbulent
voluntary optional =voluntarily | mandatory compulsory obligatory
=deliberate =intentional =deliberately =intentionally | =accidental =accidentally =unintentional =unintentionally =inadvertently
=responsible | =blameless
=positive | =negative
=contagious infectious | =harmless
=friendly | =hostile
ahead_of_schedule =punctual | =delayed =overdue behind_schedule
=solvent | =bankrupt insolvent
recognize recognise acknowledge accept | ignore reject disown
accept | send_back turn_away
accept admit let_in take_in | turn_away refuse expel deport
expel deport banish exile evict | admit readmit welcome let_stay
answer reply respond comment | ignore decline_to_comment
negotiate | refuse_to_negotiate
rule_out exclude | consider leave_open contemplate =possible mull envisage
apologize apologise | =unrepentant
regret | stand_by
=signed | =vetoed
subsidize subsidise fund finance | defund =unfunded
fund | defund
nationalize nationalise | privatize privatise denationalise
centralize centralise | decentralize decentralise devolve
inflate | deflate
inflow | outflow
evacuate leave flee | stay remain
float | sink
land_safely | crash
=safely | crash
take_off | crash
visible | invisible hidden
freeze | thaw melt unfreeze
ascend climb | descend
=awake | =asleep
birth | death
vaccinated | unvaccinated
overpaid | underpaid
gain put_on | lose shed
reward | punish penalize penalise
honour honor | shame insult snub
endure survive | collapse break_down fall_apart unravel
blame | exonerate absolve
contaminated polluted | =clean purify =uncontaminated
infect | cure
=innocuous =harmless | =harmful toxic dangerous poisonous deadly
disarm demobilise | rearm
unanimous | =divided split
=unanimously | =narrowly
easily comfortably | narrowly barely
speak_out | stay_silent keep_quiet
=independent | =dependent
self-sufficient | =reliant
"""
