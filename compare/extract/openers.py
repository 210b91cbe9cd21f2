"""Words whose capital letter says only that a sentence begins."""

from __future__ import annotations

from compare.extract.tables import words

FUNCTION_WORDS = words("""
    A An The This That These Those Some Any Each Every Either Neither Both All Most Many Much More Less Few Fewer Several Other Others
    Another Such What Which Who Whom Whose Whatever Whoever When Where Why How However I He She It We You They Me Him Her Us Them My His
    Its Our Your Their Mine Hers Ours Yours Theirs Myself Himself Herself Itself Themselves There Here Then Now Thus Hence So Therefore
    Nevertheless Nonetheless Meanwhile Moreover Furthermore Besides Instead Otherwise Still Yet Already Also Too Even Only Just Not No Nor
    Or And But If Unless Until Till Although Though While Whereas Because Since As Than Like Unlike Whether Once Before After During
    Despite Except Without Within With In On At By For From To Of Off Up Down Out Over Under Above Below Between Among Amid Against Across
    Along Around Behind Beyond Near Next Through Throughout Toward Towards Upon Into Onto Inside Outside About According Regarding
    Concerning Including Following Per Via Asked Given Faced Based Born Raised Founded Compared Is Are Was Were Be Been Being Am Has Have
    Had Having Do Does Did Doing Done Will Would Shall Should Can Could May Might Must Let Lets Get Got Make Made Take Took Give Go Going
    Come Came Say Says Said Ask Tell Told See Saw Look Looking Think Know Want Need Try Keep Put Seem Seems Yes Oh Well OK Okay Please
    Thanks Thank Sorry Hello Hey
    """)

# Nouns, adjectives and adverbs that open the sentences of news; in mid-sentence they may begin a name ("New York", "Security Council").
OPENERS = FUNCTION_WORDS | words("""
    Brothers Sisters Twins Meet Watch Read Listen Click Share Join Follow Check Visit Find Learn Start Stop Help Call Email Send Add
    One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety Hundred Hundreds
    Thousand Thousands Million Millions Billion Billions Dozens Scores First Second Third Fourth Fifth Last Half Nearly Almost
    Approximately Roughly Today Tomorrow Yesterday Tonight Earlier Later Early Late Recently Lately Soon Often Always Never Sometimes
    Usually Perhaps Maybe Indeed Actually Apparently Certainly Clearly Obviously Ultimately Eventually Finally Initially Overall Again
    Ever Rather Quite Very Really Especially Particularly Together Apart Back Away Far Long Elsewhere Everywhere Somewhere Anyone Everyone
    Someone Nobody Everybody Somebody Anybody Nothing Everything Something Anything None Same Own Part People Police Officials Analysts
    Experts Critics Supporters Opponents Residents Witnesses Voters Troops Rebels Soldiers Workers Students Teachers Doctors Lawyers
    Prosecutors Investors Traders Economists Scientists Researchers Observers Authorities Investigators Reporters Journalists Shares
    Stocks Prices Sales Profits Bonds Markets Men Women Children Parents Families Friends Members Leaders Sources Reports Figures Results
    Talks Negotiations Elections Relations Security Health Economic Political Military Foreign Local International National Public Private
    Former New Old Big Small Good Bad Great High Low Young Top Major Senior Chief Current Recent Previous Additional Further Government
    Opposition Business Businesses Companies Banks Countries Nations Cities Schools Hospitals Efforts Plans Questions Tensions Violence
    Fighting Protesters Demonstrators Militants Gunmen Hope Work Life Death War Peace Money Time Years Months Weeks Days Hours Minutes
    Year Month Week Day Diplomatic Trade Sides Speaking Talking Referring Citing Noting Adding Calling Saying Telling Writing Using Taking
    Making Giving Coming Getting Working Turning Standing Sitting Walking Responding Reacting Highlighting Stressing Echoing Addressing
    Pointing Describing Posting Attempts Pictures Separately Notably Similarly Additionally Consequently Accordingly Interestingly
    Importantly Unfortunately Fortunately Surprisingly Currently Previously Originally Traditionally Historically Generally Typically
    Normally Specifically Essentially Basically Simply Merely Partly Mostly Mainly Largely Likewise Afterward Afterwards Thereafter
    Moments Consider Remember Imagine Suppose Assuming Provided Depending Barring Enter Wow Ah Alas Dear Deaths Loyalties Underground
    Elderly Armed Masked Angry Heavy Strong Weak Rising Falling Growing Relieved Pleased Pressed Questioned
    """)
