"""The words by which English news says who spoke: verbs of saying, nouns for those who speak and for what is said, titles."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a list that white space parts."""
    return frozenset(words.split())


_SAYING = """
say tell add write tweet post report note state claim argue explain declare announce insist warn reply respond answer ask call describe
continue conclude joke quip remark observe comment recall acknowledge admit concede confess confirm deny stress emphasise emphasize
underline underscore highlight reiterate repeat testify allege charge accuse contend maintain assert suggest propose predict caution urge
plead beg promise pledge vow swear boast brag complain lament protest object counter retort shout yell scream chant cry exclaim whisper
mutter murmur recite recount relate reveal disclose indicate imply hint mention point cite quote read caption label brand dub deem
characterise characterize portray term slam blast denounce decry condemn criticise criticize praise applaud hail laud tout thank
congratulate apologise apologize advise instruct order demand command threaten blame lambaste mock taunt tease rail rant fume thunder
opine muse ponder speculate estimate conceded posit rule decide find conclude write pronounce proclaim preach lecture brief
reassure assure caution remind signal communicate convey express voice share message text email e-mail phone cable blog reckon
gush rave snap bark growl sigh laugh cheer shrug trumpet herald submit rebut dispute refute reject dismiss rebuke chide scold
address enumerate clarify elaborate specify stipulate inform notify teach testify attest affirm
acclaim lash assail bemoan bewail welcome greet wonder question query inquire enquire ridicule deride interject interrupt offer
crack cable echo endorse vent venture volunteer intone implore exhort summarise summarize sum
"""
_STANCE = """
think believe feel want hope fear expect wish plan intend see consider speak talk refer regard view understand know realise realize seem
sing sign define name imagine list invoke evoke reference
"""
_IRREGULAR = {
    "say": "said says saying",
    "tell": "told tells telling",
    "write": "wrote written writes writing",
    "read": "read reads reading",
    "swear": "swore sworn swears swearing",
    "find": "found finds finding",
    "speak": "spoke spoken speaks speaking",
    "think": "thought thinks thinking",
    "feel": "felt feels feeling",
    "see": "saw seen sees seeing",
    "understand": "understood understands understanding",
    "know": "knew known knows knowing",
    "teach": "taught teaches teaching",
    "quip": "quipped quips quipping",
    "submit": "submitted submits submitting",
    "admit": "admitted admits admitting",
    "rebut": "rebutted rebuts rebutting",
    "refer": "referred refers referring",
    "plan": "planned plans planning",
    "beg": "begged begs begging",
    "dub": "dubbed dubs dubbing",
    "slam": "slammed slams slamming",
    "snap": "snapped snaps snapping",
    "shrug": "shrugged shrugs shrugging",
    "blog": "blogged blogs blogging",
    "brag": "bragged brags bragging",
    "sing": "sang sung sings singing",
    "chide": "chided chides chiding",
    "label": "labeled labelled labels labeling labelling",
    "signal": "signaled signalled signals signaling signalling",
    "sum": "summed sums summing",
}


def forms(verb: str) -> set[str]:
    """The inflected forms of a verb."""
    if verb in _IRREGULAR:
        return {verb, *_IRREGULAR[verb].split()}
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeo":
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return {verb, third, verb + "ed", verb + "ing"}


SAYING = frozenset(form for verb in _SAYING.split() for form in forms(verb))
STANCE = frozenset(form for verb in _STANCE.split() for form in forms(verb)) - {"see"}
_INVERTED = """
say add write tweet post report note state argue explain declare announce insist warn reply respond answer ask continue conclude joke quip
remark observe comment recall acknowledge admit concede stress assert predict complain shout yell scream cry exclaim testify claim agree
"""
INVERTED = frozenset(form for verb in _INVERTED.split() for form in forms(verb))
"""Verbs that let the speaker follow: “…,” said the mayor."""

SAYING_NOUNS = word_set(
    """statement promise accusation claim remark remarks comment comments tweet post letter email speech assertion allegation pledge vow
    warning charge threat suggestion contention complaint memo reply response answer question description characterization
    characterisation argument insistence declaration announcement apology message insult boast motto slogan
    words phrase mantra call refrain opinion ruling op-ed column essay"""
)
"""What is said; “his promise to be …”, “a statement from X: …”."""

SPEAKING_DOCUMENTS = word_set(
    """statement report complaint letter sign signs poll survey study memo memorandum email message headline banner caption note post tweet
    document documents filing lawsuit suit indictment ruling opinion editorial newspaper paper magazine article story site website ad
    advertisement flyer leaflet poster placard placards t-shirt shirt transcript text law bill resolution communique communiqué order
    affidavit petition plaque inscription"""
)
PERSON_NOUNS = word_set(
    """official officials spokesman spokeswoman spokesperson spokespeople spokesmen aide aides adviser advisers advisor advisors lawyer
    lawyers attorney attorneys analyst analysts expert experts observer observers source sources diplomat diplomats critic critics
    supporter supporters opponent opponents resident residents neighbor neighbors neighbour neighbours witness witnesses police officer
    officers authorities authority investigator investigators prosecutor prosecutors judge judges justice justices court senator senators
    congressman congresswoman congressmen lawmaker lawmakers legislator legislators representative representatives president governor
    mayor minister ministers secretary chairman chairwoman chair chief director manager executive executives ceo leader leaders member
    members activist activists protester protesters protestor protestors demonstrator demonstrators organizer organizers organiser
    organisers strategist strategists consultant consultants pollster pollsters economist economists professor professors teacher teachers
    student students doctor doctors nurse nurses scientist scientists researcher researchers author authors writer writers reporter
    reporters journalist journalists editor editors columnist host anchor commentator commentators pundit pundits voter voters republican
    republicans democrat democrats conservative conservatives liberal liberals independent independents candidate candidates nominee
    businessman businesswoman billionaire mogul owner owners founder co-founder coach coaches player players captain manager striker
    defendant plaintiff victim victims survivor survivors mother father parent parents wife husband son daughter brother sister friend
    friends colleague colleagues family families relative relatives man woman men women boy girl person people person crowd audience
    panel committee commission council agency department ministry government administration campaign party group groups company firm
    organization organisation union bank team network station newspaper embassy office board association federation league
    army military soldier soldiers general commander admiral colonel pope bishop bishops priest priests pastor pastors imam cleric clerics
    king queen prince princess ambassador envoy negotiator negotiators delegate delegates deputy deputies veteran veterans insider insiders
    staffer staffers operative operatives someone somebody one another others many some most several few both all everyone nobody none
    investors investor trader traders shareholders customers customer worker workers employee employees driver passenger passengers
    tourist farmer farmers fan fans actor actress singer star director producer artist frontrunner front-runner incumbent
    premier chancellor lawyer counsel solicitor barrister magistrate sheriff detective detectives agent agents guard guards migrant
    migrants refugee refugees rebels militants jihadists users user respondents half watchdog regulator regulators institute
    secretary-general vice-president outlet channel foundation administrator coordinator inspector lieutenant sergeant
    """
)
PLURAL_NOUNS = frozenset(
    word
    for word in PERSON_NOUNS
    if (word.endswith("s") and not word.endswith("ss"))
    or word in ("people", "men", "women", "police", "spokesmen", "congressmen", "spokespeople")
) | {"many", "most", "several", "few", "both", "all"}

TITLES = word_set(
    """mr mrs ms miss mx dr prof professor sir dame lord lady sen senator senators rep representative representatives congressman
    congresswoman gov governor president vice-president vice minister prime foreign secretary chancellor premier mayor judge justice chief
    director general gen colonel col captain capt lieutenant lt sergeant sgt maj major admiral adm commander officer detective inspector
    superintendent sheriff deputy attorney commissioner chairman chairwoman chairperson chair spokesman spokeswoman spokesperson leader
    speaker whip majority minority ambassador envoy king queen prince princess pope father bishop archbishop cardinal rabbi imam reverend
    rev pastor sister brother coach manager editor reporter correspondent columnist host anchor analyst strategist pollster consultant
    economist adviser advisor aide counsel candidate nominee executive ceo cfo chief-of-staff staff founder co-founder owner author
    historian scientist professor-emeritus treasurer comptroller solicitor undersecretary under-secretary administrator coordinator
    democrat democratic republican former then-president then ex-president ex head actor actress singer billionaire businessman activist
    lawyer state defense defence treasury commerce interior finance health external affairs home communications campaign press national
    deputy assistant associate senior eam pm first union"""
)
"""Words that may stand before a name as a title or a part of one, lower-case and without a final stop."""

MALE_TITLES = word_set(
    """mr sir lord king prince pope father congressman chairman spokesman businessman brother rev reverend bishop cardinal"""
)
FEMALE_TITLES = word_set("mrs ms miss dame lady queen princess congresswoman chairwoman spokeswoman businesswoman actress sister")
MALE_NAMES = word_set(
    """donald john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark paul steven
    stephen andrew joshua kenneth kevin brian george edward timothy ronald jason jeffrey ryan jacob gary nicholas eric jonathan larry justin
    scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam henry nathan douglas
    zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan
    joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip
    johnny barack bernie ted marco jeb mitt mike bill bob jim tom tim ben chris rick ron rand newt rudy sam steve greg dan dave ken don phil
    vladimir narendra piyush rajesh emmanuel boris rishi keir xi tony gordon jeremy nigel ed nick recep benjamin bashar hassan mohammad
    mohammed muhammad ahmed ali abdul omar ibrahim luiz andres pedro carlos luis miguel javier antonio francisco fernando pablo diego sergei
    sergey dmitry mikhail yuri viktor igor oleg ivan alexei volodymyr andriy olaf friedrich wolfgang hans klaus jean pierre jacques francois
    françois nicolas giuseppe matteo silvio mario hiroshi shinzo fumio kim raj rahul amit arun sanjay vijay imran nawaz asif harry simon neil
    ian graham stuart craig martin malcolm barry derek colin gavin hugh alistair geoff dean glenn doug matt jeff josh andy rob pete charlie
    fred ray lou hank chuck brad todd chad kurt kirk karl carl max leo oscar felix hugo oliver theo luke lucas mitch harrison
    """
)
FEMALE_NAMES = word_set(
    """hillary mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly
    emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda
    pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce
    virginia victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison
    frances kathryn janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana
    natalie brittany charlotte marie kayla alexis lori carly huma kellyanne ivanka melania nikki condoleezza loretta debbie susana kamala
    theresa angela ursula nicola jacinda priyanka sonia mamata indira aung hilary liz kate jill jane jenny sally lucy claire fiona gillian
    yvette priti sheila tina tammy wendy valerie vanessa veronica rosa carmen elena olga tatiana natalia svetlana irina yulia fatima aisha
    malala leila zainab mariam khadija marine segolene ségolène christiane brigitte ingrid astrid greta katie molly megyn rosie meg joni
    """
)
