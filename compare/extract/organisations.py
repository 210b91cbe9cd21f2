"""Cue words of names: what ends or begins the name of an organisation, a place, an event, a law. Closed classes of English, no lists of companies."""

from __future__ import annotations

from compare.extract.tables import phrases, words

SUFFIXES = words("""
    Inc Inc. Corp Corp. Co Co. Ltd Ltd. LLC L.L.C. LLP LP PLC Plc plc AG SA S.A. GmbH NV N.V. Bhd SpA S.p.A. AB ASA Oyj Bros Bros. Pty KK
    Sdn Pte
    """)

# Last words of the names of firms, after which "of" says only where they are.
_FIRM_HEADS = words("""
    Minerals Therapeutics Biosciences Diagnostics Genetics Genomics Robotics Dynamics Solutions Resources Outfitters Dairy Brewery Breweries
    Machines Brewing Distillers Beverages Beverage Bottling Tobacco Textiles Apparel Footwear Supermarkets Restaurants Cinemas Lottery
    Pipeline Pipelines
    Utilities Cement Plastics Materials Engineering Construction Builders Contractors Architects Equity Equities Underwriters Reinsurance Mortgage
    Freight Cargo Transit Trucking Carriers Cruises Shipyard Shipyards Dockyard Refinery Refineries Pharmacy Drugs Drug Markets Savings
    Brokerage
    Unlimited
    """)

# Last (or, before "of" or "for", first) words of an organisation's name.
HEADS = (
    words("""
    Recordings Productions Ministry Ministries Departments Department Dept. Agency Council Commission Committee Subcommittee Congress
    Parliament Senate Assembly Court Courts Tribunal
    Party Union Unions Federation Confederation Association Associations Alliance Society Institute Institutes Institution University
    College School Schools Academy Hospital Clinic Center Centre Foundation Fund Bank Banks Bancorp Group Company Companies Corporation
    Industries Holdings Partners Associates Enterprises Systems Technologies Technology Airlines Airline Airways Motors Motor Electric
    Energy Petroleum Oil Gas Telecom Telecommunications Communications Press News Times Post Journal Tribune Herald Gazette Daily Network
    Networks Radio Television TV Broadcasting Studios Pictures Records Entertainment Media Magazine Weekly Review Chronicle Observer Globe
    Examiner Police Army Navy Force Forces Guard Guards Corps Marines Brigade Brigades Battalion Division Regiment Front Movement League
    Club Orchestra Symphony Philharmonic Opera Ballet Museum Gallery Library Church Embassy Consulate Bureau Office Board Authority
    Administration Service Services Secretariat Organization Organisation Forum Coalition Chamber Exchange Exchanges Trust Insurance
    Assurance Securities Investments Financial Laboratory Laboratories Lab Labs Pharmaceuticals Chemicals Chemical Stores Hotel Hotels
    Casino Bloc Caucus Guild Brotherhood Resistance Initiative Reserve Treasury Command Mission Directorate Inspectorate Legislature
    Knesset Duma Bundestag Politburo Presidium Junta Cabinet Commissariat International Framework Entente Cooperative Consortium
    Conglomerate Publishing Publishers Books Software Computer Computers Electronics Semiconductor Semiconductors Instruments Aerospace
    Airbus Aviation Foods Brands Products Steel Metals Mining Railways Railway Railroad Shipping Lines Express Logistics Properties Realty
    Developers Consulting Consultants Advisers Advisors Management Brothers Sons Soldiers Militia Cartel Syndicate Faction Tigers Taliban
    Hezbollah Department Ventures Interactive Wireless Mobile Healthcare Biotech Motorsport Racing United Rovers Wanderers Athletic
    Seminary Conservatory Observatory Synagogue Diocese Archdiocese Order Internationale Congregation Coalition Secretariat Fellowship
    Taskforce Watch Monitor Works Catering Survey Registry Circuit Bar Confederacy Treasuries Nations Securities Telegraph Teamsters
    Scouts Legion Klan Cross Crescent
    Ministries Agencies Councils Commissions Committees Colleges Universities Hospitals Clinics Centers Centres Institutions Foundations
    Funds
    Leagues Clubs Churches Societies Newspapers Magazines Collective Ensemble Quartet Choir Chorale Chorus Troupe Circus Repertory
    Polytechnic
    Conservancy Zoo Aquarium Planetarium Archives Archive Infirmary Hospice Monastery Convent Synod Roundtable Partnership Partnerships
    Advocates Defenders Squadron Fleet Patrol Garrison Militias Intelligence Customs Fraternity Sorority Auxiliary Provident Trustees
    Embassies Tribes Nation
    """)
    | _FIRM_HEADS
)
# Too common in other names to decide alone.
WEAK_HEADS = words("""
    House Team Capital Program Project Programme Plan Street Digital Star Sun Mail Crown State National Theatre Theater Ministry Cathedral
    Temple Mosque Hall
    """)

# After which "of", "for" and so on lead further into the same name.
OF_HEADS = (
    HEADS
    - _FIRM_HEADS
    - words("Partners Associates Holdings Industries Stores Hotel Hotels Times Post Press News Brothers Motors Airlines Airways")
) | words("""
    Collection House Houses Bank Chambers Knights Daughters Sons Friends Republic Kingdom Gulf Bay Strait Straits Sea Isle Isles Cape
    Province State
    City Town County Horn Port District Territory Lake Mount Plaza Commonwealth Battle War Treaty Declaration Convention Charter Bill
    Board Institutes Sultanate Emirate Principality League Coast Archipelago Valley Museum Conference Summit Festival Games Cup Medal
    Order Legion Hall Statue Tower Palace Group Masters Doctors Voice Army Party Community Communities Daughters Heads
    """)
FOR_HEADS = HEADS | words("""
    Campaign Citizens Students Reporters Doctors Physicians Mothers Parents Lawyers Americans Conference Movement Program Veterans People
    Women Scientists Physicians
    """)
ON_HEADS = words("""
    Committee Subcommittee Commission Conference Council Convention Task Force Panel Treaty Act War Agreement Forum Congress
    Institute Center Centre Society Association Foundation Federation Administration Coalition Bureau Office Institutes Group
    """)
AND_LEADS = words("""
    Departments Ministries Ministry Department Committee Subcommittee Commission Chamber Bureau Institute Office School College Academy
    Center Centre Board
    Society Association Museum Agency Organization Organisation Centers Centres Institutes Administration Council Federation Foundation
    Coalition Alliance
    """)
# After which "in" leads further: "Security and Cooperation in Europe", "Accuracy in Media".
IN_LEADS = words("Cooperation Co-operation Accuracy Fairness Women Excellence Integrity Truth")
# With which the names of bodies begin in other tongues, and some in English.
LEADS = words("""
    Banco Banca Banque Banc Credit Crédit Crédito Groupe Grupo Gruppo Société Societe Sociedad Compagnie Compania Compañía Deutsche Partido
    Parti Partito Universidad Université Universite Universidade Universita Universität Teatro Théâtre Theatre Agence Agencia Agenzia
    Ministère
    Fondation Fundacion Fundación Fundação Fondazione Editions Éditions Radio Instituto Institut Istituto Associazione Asociación Asociacion
    Association Centro Ecole École Escuela Conservatoire Movimiento Frente Confederación Federación Union Real Borussia Bayern Inter
    Sporting Atletico Atlético Dynamo Dinamo Spartak CSKA Lokomotiv Olympique Deportivo Hertha Werder
    Eintracht Partizan Steaua FC AC AS Air Staatsoper Orchestre Académie
    """)
AND_TAILS = words("""
    Commission Ministry Department Committee Agency Association Institute Administration Service Bureau Board Union Council Authority
    Society Federation Corporation Museum Office Center Centre Company Group Division Organization Foundation Fund Subcommittee
    Secretariat
    """)

PLACE_HEADS = words("""
    Circle Yards
    Wells Shores Bluffs Rapids Junction Landing Forks Glen
    Monument Memorial
    River Lake Island Islands Sea Ocean Bay Gulf Strait Canal Mountain Mountains Hills Hill Valley Desert Peninsula Peak Province County
    District Township Village City Square Street Avenue Ave. Boulevard Blvd. Road Rd. Drive Dr. St. Lane Highway Freeway Bridge Park Beach
    Airport Harbor Harbour Port Forest Woods Falls Springs Heights Garden Gardens Grounds Plaza Coast Delta Basin Canyon Creek Reef
    Plateau Borough Parish Prefecture Oblast Territory Territories Region Station Airfield Fort Camp Base Stadium Arena Tower Palace Jetty
    Pass Point Ridge Cemetery Quarter Way Archipelago Zone Republic Kingdom Emirates Corridor Crossing Pier Terminal Reservoir Dam Plains
    Prairie Reservation Penitentiary Prison Field Gymnasium Ballpark Speedway Racecourse Racetrack Coliseum Dome Velodrome Marg Strasse
    Amphitheater Amphitheatre Barracks
    """)
PLACE_LEADS = words("""
    Mount Mt. Mt Lake Cape Fort Ft. Port Camp Gulf Bay Strait Isle Rio Cerro Jebel Wadi Jalan Rue Via Piazza Ulu Kampung Kota Tanjung
    Sungai Pulau
    """)
SAINTLY = words("""
    San Santa Sao São Saint St. Los Las El La
    """)
COMPASS = words("""
    North South East West Northern Southern Eastern Western Central Upper Lower New Greater Inner Outer Northeast Northwest Southeast
    Southwest Northeastern Northwestern Southeastern Southwestern Middle
    """)

EVENT_HEADS = words("""
    Month Week
    Cup Games Olympics Olympiad Summit War Wars Open Championship Championships Festival Revolution Day Series Bowl Prix Marathon
    Tournament Fair Expo Rally Riots Uprising Intifada Massacre Holocaust Crusade Conference Convention Biennale Ramadan Christmas Easter
    Hanukkah Thanksgiving Masters Classic Derby Oscars Emmys Grammys Carnival Mardi Gras Depression Renaissance Reformation Trials Spring
    Battle Awards Election Elections Referendum Exhibition Regatta Eid Diwali Passover Finals Final
    """)
LAW_HEADS = words("""
    Act Treaty Agreement Agreements Accord Accords Protocol Pact Amendment Constitution Bill Code Charter Resolution Declaration Law
    Doctrine Covenant Directive Regulation Decree Ordinance Proposition Memorandum Statute Plan Deal Rule
    """)
OTHER_HEADS = words("""
    Photo Photos Medicare Medicaid Gospel
    Prize Award Medal Index Average Composite Bible Koran Quran Torah Internet Web God Bedroom Room Windows Mark Stream Show Airbus Boeing
    Ocean Trophy
    """)

# Bodies that are named without any cue word: international organisations, seats and organs of power, news agencies, parties.
BODIES = phrases("""
    Vatican;Holy See;Labour;Guardian;White House;Congress;Senate;House;Parliament;Pentagon;Kremlin;Supreme Court;Security Council;General
    Assembly;Treasury;
    United Nations;European Union;European Commission;U.N.;UN;EU;E.U.;NATO;OPEC;ASEAN;IMF;WTO;WHO;UNESCO;UNICEF;UNHCR;IAEA;OECD;BRICS;G7;
    G-7;G8;G-8;G20;G-20;Quad;OSCE;OAS;APEC;SAARC;ECOWAS;Interpol;Europol;Red Cross;Red Crescent;FBI;CIA;NASA;FDA;SEC;IRS;FCC;FTC;EPA;FAA;
    NSA;KGB;MI5;MI6;BBC;CNN;NBC;CBS;ABC;PBS;NPR;AP;AFP;UPI;Reuters;Xinhua;ANI;PTI;Tass;Itar-Tass;Interfax;Kyodo;Al-Jazeera;Al Jazeera;
    Labor Party;GOP;NBA;NFL;NHL;MLB;FIFA;UEFA;IOC;NCAA;PLO;IRA;ETA;ISIS;Hamas;Hezbollah;Fatah;Taliban;al-Qaida;al-Qaeda;Al-Qaida;Al-Qaeda;
    Al Qaeda;Mossad;Hezbollah;Hizbollah;Islamic State;Sinn Fein;Likud;Wall Street Journal;New York Times;Washington Post;
    Los Angeles Times;Associated Press;World Bank;World Trade Organization;World Health Organization;Federal Reserve;Fed;Nasdaq;NYSE;
    Twitter;Facebook;Google;YouTube;Instagram;WhatsApp;Telegram;TikTok;Bundesbank;Reichsbank;Commonwealth;Vietcong;Khmer Rouge;Solidarity;
    Scotland Yard;Elysee;House of Commons;House of Lords;Army;Navy;Air Force;Marine Corps;Marines;Treasuries;Opposition;Coast Guard;
    National Guard;Joint Chiefs;Joint Chiefs of Staff;Oval Office;Big Board;Wehrmacht;Gestapo;Luftwaffe;Politburo;Knesset;Duma;Bundestag;
    Diet;Lok Sabha;Rajya Sabha;Doctors Without Borders;Save the Children;Human Rights Watch;Amnesty International;Greenpeace;Oxfam;Boko
    Haram;
    al-Shabab;Al-Shabab;Islamic Jihad;Shining Path;Tamil Tigers;Covent Garden;La Scala;
    """)

# Capital letters that name no body.
NO_NAMES = words("""
    TV DNA RNA CEO CFO COO GDP GNP AIDS HIV PM AM OK CD DVD PC ID IQ UFO VIP LGBT LGBTQ MP MPs PhD BA MA MBA AC DC AD BC BCE EST PST EDT
    PDT GMT UTC RSVP FAQ CV PR HR IT AI VR PDF URL USB WWW HTML HTTP RM US$ II III IV VI VII VIII IX XI XII NO. No No. Nos Nos. STORY
    OPTIONAL COPYRIGHT EDITOR UPDATED BREAKING WATCH READ PHOTO VIDEO SUV GPS ATM CCTV COVID COVID-19 SARS MRI CT IVF FM PIN LED LCD GMO
    ERA RBI RBIs MVP Mass States DAX FTSE CAC TSX
    NGO NGOs IPO IPOs Article Section Chapter Title Appendix Photo File Member FALSE TRUE UPDATE DUI DWI POW POWs RPG TNT WMD EAM MW KM KG
    GHz MHz
    """)

# Bodies with more than one current name, each form → the one that stands for all in merging.
ALIASES = {
    form: row.split("=")[0]
    for row in phrases("""
    United Nations=UN=U.N.=U.N;European Union=EU=E.U.;Association of Southeast Asian Nations=ASEAN=Asean;World Health Organization=WHO;
    North Atlantic Treaty Organization=NATO=Nato;International Monetary Fund=IMF;World Trade Organization=WTO;Associated Press=AP=The
    Associated Press;
    Federal Bureau of Investigation=FBI=F.B.I.;Central Intelligence Agency=CIA=C.I.A.;Federal Reserve=Fed;X=Twitter;
    United Nations General Assembly=UN General Assembly=U.N. General Assembly;
    United Nations Security Council=UN Security Council=U.N. Security Council;Agence France-Presse=AFP;
    al-Qaida=al-Qaeda=Al-Qaida=Al-Qaeda=Al Qaeda;
    Press Trust of India=PTI;Asian News International=ANI;Organization of the Petroleum Exporting Countries=OPEC
    """)
    for form in (part.strip() for part in row.split("="))
}

# Names of things that are none of the other types, whatever stands around them.
OTHER_NAMES = OTHER_HEADS | phrases("""
    Dow Jones;Dow;Social Security;El Nino;El Niño;La Nina;La Niña;World Wide
    Web;Cyberspace;Sabbath;North;South;East;West;Northern;Southern;Eastern;
    Nobel Prize
    """)
