"""Countries with their capitals, demonyms and other names, and the few other places that English news names without explaining.

Source: compiled by hand for newsdiff. The countries follow the short English names of ISO 3166-1 as news writes them, the capitals are the
seats of government, the demonyms what dictionaries give; the cities are those that wire services print without a country in a dateline, the
states and provinces those of the United States, Canada, Australia and India. Bare facts; the arrangement is under the project's licence (MIT).
"""

from __future__ import annotations

from functools import cache

from compare.extract.cities import CITIES

# canonical name | capital(s) | demonyms (adjective first) | other names. A semicolon separates, an empty field means there is none.
_COUNTRIES = """
Afghanistan|Kabul|Afghan;Afghans;Afghani|
Albania|Tirana|Albanian;Albanians|
Algeria|Algiers|Algerian;Algerians|
Andorra|Andorra la Vella|Andorran;Andorrans|
Angola|Luanda|Angolan;Angolans|
Antigua and Barbuda||Antiguan;Antiguans|Antigua
Argentina|Buenos Aires|Argentine;Argentines;Argentinian;Argentinians|
Armenia|Yerevan|Armenian;Armenians|
Australia|Canberra|Australian;Australians;Aussie;Aussies|
Austria|Vienna|Austrian;Austrians|
Azerbaijan|Baku|Azerbaijani;Azerbaijanis;Azeri;Azeris|
Bahamas|Nassau|Bahamian;Bahamians|
Bahrain|Manama|Bahraini;Bahrainis|
Bangladesh|Dhaka|Bangladeshi;Bangladeshis|
Barbados|Bridgetown|Barbadian;Barbadians|
Belarus|Minsk|Belarusian;Belarusians;Belarussian|
Belgium|Brussels|Belgian;Belgians|
Belize|Belmopan|Belizean;Belizeans|
Benin|Porto-Novo|Beninese|
Bhutan|Thimphu|Bhutanese|
Bolivia|La Paz|Bolivian;Bolivians|
Bosnia and Herzegovina|Sarajevo|Bosnian;Bosnians|Bosnia;Bosnia-Herzegovina
Botswana|Gaborone|Botswanan|
Brazil|Brasilia;Brasília|Brazilian;Brazilians|
Brunei|Bandar Seri Begawan|Bruneian;Bruneians|
Bulgaria|Sofia|Bulgarian;Bulgarians|
Burkina Faso|Ouagadougou|Burkinabe|
Burundi|Bujumbura|Burundian;Burundians|
Cambodia|Phnom Penh|Cambodian;Cambodians|
Cameroon|Yaounde|Cameroonian;Cameroonians|
Canada|Ottawa|Canadian;Canadians|
Cape Verde|Praia|Cape Verdean|Cabo Verde
Central African Republic|Bangui||
Chad|N'Djamena|Chadian;Chadians|
Chile|Santiago|Chilean;Chileans|
China|Beijing|Chinese|People's Republic of China;Peking;PRC
Colombia|Bogota;Bogotá|Colombian;Colombians|
Comoros|Moroni|Comoran|
Congo|Kinshasa;Brazzaville|Congolese|Democratic Republic of Congo;Democratic Republic of the Congo;DR Congo;DRC
Costa Rica|San Jose|Costa Rican;Costa Ricans|
Croatia|Zagreb|Croatian;Croatians;Croat;Croats|
Cuba|Havana|Cuban;Cubans|
Cyprus|Nicosia|Cypriot;Cypriots|
Czech Republic|Prague|Czech;Czechs|Czechia
Denmark|Copenhagen|Danish;Dane;Danes|
Djibouti|Djibouti City|Djiboutian|
Dominica|Roseau||
Dominican Republic|Santo Domingo|Dominican;Dominicans|
East Timor|Dili|Timorese;East Timorese|Timor-Leste
Ecuador|Quito|Ecuadorean;Ecuadorian;Ecuadoreans;Ecuadorians|
Egypt|Cairo|Egyptian;Egyptians|
El Salvador|San Salvador|Salvadoran;Salvadorans|
Equatorial Guinea|Malabo||
Eritrea|Asmara|Eritrean;Eritreans|
Estonia|Tallinn|Estonian;Estonians|
Eswatini|Mbabane|Swazi;Swazis|Swaziland
Ethiopia|Addis Ababa|Ethiopian;Ethiopians|
Fiji|Suva|Fijian;Fijians|
Finland|Helsinki|Finnish;Finn;Finns|
France|Paris|French;Frenchman;Frenchmen;Frenchwoman|
Gabon|Libreville|Gabonese|
Gambia|Banjul|Gambian;Gambians|
Georgia|Tbilisi|Georgian;Georgians|
Germany|Berlin|German;Germans|West Germany;East Germany
Ghana|Accra|Ghanaian;Ghanaians|
Greece|Athens|Greek;Greeks|
Greenland|Nuuk|Greenlandic;Greenlander;Greenlanders|
Grenada||Grenadian;Grenadians|
Guatemala|Guatemala City|Guatemalan;Guatemalans|
Guinea|Conakry|Guinean;Guineans|
Guinea-Bissau|Bissau||
Guyana|Georgetown|Guyanese|
Haiti|Port-au-Prince|Haitian;Haitians|
Honduras|Tegucigalpa|Honduran;Hondurans|
Hong Kong||Hong Konger;Hong Kongers|
Hungary|Budapest|Hungarian;Hungarians|
Iceland|Reykjavik|Icelandic;Icelander;Icelanders|
India|New Delhi|Indian;Indians|
Indonesia|Jakarta|Indonesian;Indonesians|
Iran|Tehran|Iranian;Iranians|
Iraq|Baghdad|Iraqi;Iraqis|
Ireland|Dublin|Irish;Irishman;Irishmen|
Israel|Jerusalem|Israeli;Israelis|
Italy|Rome|Italian;Italians|
Ivory Coast|Abidjan;Yamoussoukro|Ivorian;Ivorians|Cote d'Ivoire;Côte d'Ivoire
Jamaica|Kingston|Jamaican;Jamaicans|
Japan|Tokyo|Japanese|
Jordan|Amman|Jordanian;Jordanians|
Kazakhstan|Astana|Kazakh;Kazakhs;Kazakhstani|
Kenya|Nairobi|Kenyan;Kenyans|
Kiribati|||
Kosovo|Pristina|Kosovar;Kosovars;Kosovan|
Kuwait|Kuwait City|Kuwaiti;Kuwaitis|
Kyrgyzstan|Bishkek|Kyrgyz|
Laos|Vientiane|Laotian;Laotians;Lao|
Latvia|Riga|Latvian;Latvians|
Lebanon|Beirut|Lebanese|
Lesotho|Maseru||
Liberia|Monrovia|Liberian;Liberians|
Libya|Tripoli|Libyan;Libyans|
Liechtenstein|Vaduz||
Lithuania|Vilnius|Lithuanian;Lithuanians|
Luxembourg||Luxembourger;Luxembourgers|
Macau|||Macao
Madagascar|Antananarivo|Malagasy|
Malawi|Lilongwe|Malawian;Malawians|
Malaysia|Kuala Lumpur|Malaysian;Malaysians|
Maldives||Maldivian;Maldivians|
Mali|Bamako|Malian;Malians|
Malta|Valletta|Maltese|
Marshall Islands|Majuro|Marshallese|
Mauritania|Nouakchott|Mauritanian;Mauritanians|
Mauritius|Port Louis|Mauritian;Mauritians|
Mexico|Mexico City|Mexican;Mexicans|
Micronesia||Micronesian;Micronesians|
Moldova|Chisinau|Moldovan;Moldovans|
Monaco||Monegasque|
Mongolia|Ulaanbaatar;Ulan Bator|Mongolian;Mongolians|
Montenegro|Podgorica|Montenegrin;Montenegrins|
Morocco|Rabat|Moroccan;Moroccans|
Mozambique|Maputo|Mozambican;Mozambicans|
Myanmar|Yangon;Naypyidaw|Burmese|Burma
Namibia|Windhoek|Namibian;Namibians|
Nauru|||
Nepal|Kathmandu;Katmandu|Nepalese;Nepali;Nepalis|
Netherlands|Amsterdam;The Hague|Dutch;Dutchman;Dutchmen|Holland
New Zealand|Wellington|New Zealander;New Zealanders;Kiwi;Kiwis|
Nicaragua|Managua|Nicaraguan;Nicaraguans|
Niger|Niamey|Nigerien|
Nigeria|Abuja|Nigerian;Nigerians|
North Korea|Pyongyang|North Korean;North Koreans|DPRK
North Macedonia|Skopje|Macedonian;Macedonians|Macedonia
Norway|Oslo|Norwegian;Norwegians|
Oman|Muscat|Omani;Omanis|
Pakistan|Islamabad|Pakistani;Pakistanis|
Palau||Palauan|
Palestine|Ramallah|Palestinian;Palestinians|Palestinian Territories
Panama|Panama City|Panamanian;Panamanians|
Papua New Guinea|Port Moresby||
Paraguay|Asuncion|Paraguayan;Paraguayans|
Peru|Lima|Peruvian;Peruvians|
Philippines|Manila|Philippine;Filipino;Filipinos;Filipina|
Poland|Warsaw|Polish;Pole;Poles|
Portugal|Lisbon|Portuguese|
Puerto Rico|San Juan|Puerto Rican;Puerto Ricans|
Qatar|Doha|Qatari;Qataris|
Romania|Bucharest|Romanian;Romanians|
Russia|Moscow|Russian;Russians|Russian Federation
Rwanda|Kigali|Rwandan;Rwandans|
Saint Lucia|||St. Lucia
Samoa|Apia|Samoan;Samoans|
San Marino|||
Saudi Arabia|Riyadh|Saudi;Saudis;Saudi Arabian|
Senegal|Dakar|Senegalese|
Serbia|Belgrade|Serbian;Serbians;Serb;Serbs|
Seychelles||Seychellois|
Sierra Leone|Freetown|Sierra Leonean|
Singapore||Singaporean;Singaporeans|
Slovakia|Bratislava|Slovak;Slovaks;Slovakian|
Slovenia|Ljubljana|Slovenian;Slovenians;Slovene;Slovenes|
Solomon Islands|Honiara||
Somalia|Mogadishu|Somali;Somalis|
South Africa|Pretoria;Cape Town|South African;South Africans|
South Korea|Seoul|South Korean;South Koreans|Republic of Korea
South Sudan|Juba|South Sudanese|
Soviet Union||Soviet;Soviets|USSR;U.S.S.R.
Spain|Madrid|Spanish;Spaniard;Spaniards|
Sri Lanka|Colombo|Sri Lankan;Sri Lankans|
Sudan|Khartoum|Sudanese|
Suriname|Paramaribo|Surinamese|
Sweden|Stockholm|Swedish;Swede;Swedes|
Switzerland|Bern|Swiss|
Syria|Damascus|Syrian;Syrians|
Taiwan|Taipei|Taiwanese|
Tajikistan|Dushanbe|Tajik;Tajiks|
Tanzania|Dar es Salaam;Dodoma|Tanzanian;Tanzanians|
Thailand|Bangkok|Thai;Thais|
Togo|Lome|Togolese|
Tonga||Tongan;Tongans|
Trinidad and Tobago|Port of Spain|Trinidadian;Trinidadians|Trinidad
Tunisia|Tunis|Tunisian;Tunisians|
Turkey|Ankara|Turkish;Turk;Turks|Türkiye;Turkiye
Turkmenistan|Ashgabat|Turkmen|
Tuvalu|||
Uganda|Kampala|Ugandan;Ugandans|
Ukraine|Kyiv;Kiev|Ukrainian;Ukrainians|
United Arab Emirates|Abu Dhabi|Emirati;Emiratis|UAE;U.A.E.
United Kingdom|London|British;Briton;Britons|UK;U.K.;Britain;Great Britain
United States|Washington;Washington, D.C.|American;Americans|US;U.S.;USA;U.S.A.;America;United States of America
Uruguay|Montevideo|Uruguayan;Uruguayans|
Uzbekistan|Tashkent|Uzbek;Uzbeks|
Vanuatu|Port Vila||
Vatican City|||
Venezuela|Caracas|Venezuelan;Venezuelans|
Vietnam|Hanoi|Vietnamese|
Yemen|Sanaa;Sana'a|Yemeni;Yemenis|
Yugoslavia||Yugoslav;Yugoslavs;Yugoslavian|
Zaire||Zairian|
Zambia|Lusaka|Zambian;Zambians|
Zimbabwe|Harare|Zimbabwean;Zimbabweans|
England||English;Englishman;Englishmen|
Scotland|Edinburgh|Scottish;Scot;Scots|
Wales|Cardiff|Welsh;Welshman;Welshmen|
Northern Ireland|Belfast||
Czechoslovakia||Czechoslovak|
"""

# Demonyms and names of peoples, faiths and movements that belong to no one country of the table.
_GROUPS = """
European Europeans African Africans Asian Asians Arab Arabs Arabic Latin Latino Latinos Latina Hispanic Hispanics Western Westerner Westerners
Scandinavian Scandinavians Balkan Nordic Slavic Kurdish Kurd Kurds Basque Basques Catalan Catalans Chechen Chechens Tibetan
Tibetans Uyghur Uyghurs Uighur Uighurs Pashtun Pashtuns Bengali Bengalis Punjabi Punjabis Tamil Tamils Sinhalese Kashmiri Kashmiris Rohingya
Hutu Hutus Tutsi Tutsis Zulu Zulus Igbo Hausa Yoruba Berber Berbers Persian Persians Maori Inuit Cherokee Navajo Sioux
Mohawk Apache Comanche Cheyenne Blackfoot Ojibwa Iroquois Negro Negroes Arabian Saharan Semite Semites Semitic Flemish Siberian Crimean
Christian Christians Catholic Catholics Protestant Protestants Orthodox Evangelical Evangelicals Anglican Anglicans Baptist Baptists Methodist
Methodists Lutheran Lutherans Mormon Mormons Muslim Muslims Moslem Moslems Islamic Islamist Islamists Sunni Sunnis Shiite Shiites Shia Shias
Jewish Jew Jews Hindu Hindus Sikh Sikhs Buddhist Buddhists Hasidic Zionist Zionists Jesuit Jesuits Quaker Quakers
Republican Republicans Democrat Democrats Democratic Communist Communists Socialist Socialists Marxist Marxists Maoist Maoists Nazi Nazis Tory
Tories Conservatives Liberals Sandinista Sandinistas Bolshevik Bolsheviks Stalinist Leninist Libertarian Libertarians Laborite
African-American African-Americans Anglo-Saxon Afro-Caribbean Native-American Asian-American Asian-Americans Mexican-American Mexican-Americans
Cuban-American Cuban-Americans Arab-American Arab-Americans Franco-German Anglo-American
Californian Californians Texan Texans Hawaiian Hawaiians Alaskan Alaskans Floridian Floridians Londoner Londoners Parisian Parisians Berliner
Berliners Muscovite Muscovites Sicilian Venetian Bavarian Prussian Ottoman Byzantine Roman Romans
"""

_PEOPLES = """
Native American;Native Americans;South American;South Americans;North American;North Americans;Latin American;Latin Americans;Central American;
Central Americans;East African;West African;Southeast Asian;South Asian;Central Asian;Middle Eastern;Eastern European;Eastern Europeans;Western European;
Western Europeans;Far Eastern
"""

_REGIONS = """
Africa;Asia;Europe;Antarctica;North America;South America;Latin America;Central America;Oceania;Australasia;Eurasia;Americas;Middle East;Near East;
Far East;Southeast Asia;South Asia;East Asia;Central Asia;North Africa;West Africa;East Africa;Southern Africa;Central Africa;Western Europe;
Eastern Europe;Central Europe;Asia-Pacific;Indo-Pacific;Asia Pacific;Scandinavia;Balkans;Caucasus;Caribbean;Horn of Africa;Sahel;Maghreb;Levant;
Persian Gulf;Gulf;Arabian Peninsula;Korean Peninsula;Iberian Peninsula;Sinai;Gaza;Gaza Strip;West Bank;Golan Heights;Kashmir;Crimea;Donbas;Chechnya;
Dagestan;Tibet;Xinjiang;Siberia;Manchuria;Bavaria;Catalonia;Kurdistan;Punjab;Bengal;Darfur;Tigray;Zanzibar;Korea;Arabia;Mesopotamia;
Pacific;Atlantic;Arctic;Mediterranean;Pacific Ocean;Atlantic Ocean;Indian Ocean;Arctic Ocean;Mediterranean Sea;Black Sea;Caspian Sea;Red Sea;
Dead Sea;Baltic Sea;North Sea;South China Sea;East China Sea;Sea of Japan;Arabian Sea;Adriatic;Baltic;Bay of Bengal;Gulf of Mexico;Gulf of Aden;
Strait of Hormuz;Suez Canal;Panama Canal;English Channel;Rhine;Danube;Nile;Amazon River;Mississippi River;Rio Grande;Ganges;Mekong;Yangtze;Volga;Euphrates;
Tigris;Himalayas;Alps;Andes;Rockies;Rocky Mountains;Pyrenees;Urals;Sahara;Mount Everest;Everest;Antarctic;Earth;Midwest;New England;Deep South;Silicon Valley;
Hollywood;Manhattan;Brooklyn;Queens;Bronx;Staten Island;Long Island;Harlem;Capitol Hill;Wall Street;Pearl Harbor;Guantanamo Bay;Guantanamo;Normandy;
Ulster;Sicily;Corsica;Sardinia;Crete;Bali;Java;Sumatra;Borneo;Okinawa;Hokkaido;Honshu;Guam;Bermuda;Aruba;Martinique;Guadeloupe;
Falkland Islands;Faroe Islands;Channel Islands;Canary Islands;Cayman Islands;Virgin Islands;Gibraltar;
District of Columbia;Downing Street
"""

# States and provinces by country, with the abbreviations that wire services use.
_STATES = {
    "United States": """
Alabama;Ala.|Alaska|Arizona;Ariz.|Arkansas;Ark.|California;Calif.|Colorado;Colo.|Connecticut;Conn.|Delaware;Del.|Florida;Fla.|
Hawaii|Idaho|Illinois;Ill.|Indiana;Ind.|Iowa|Kansas;Kan.|Kentucky;Ky.|Louisiana;La.|Maine|Maryland;Md.|Massachusetts;Mass.|
Michigan;Mich.|Minnesota;Minn.|Mississippi;Miss.|Missouri;Mo.|Montana;Mont.|Nebraska;Neb.|Nevada;Nev.|New Hampshire;N.H.|
New Jersey;N.J.|New Mexico;N.M.|New York State;N.Y.|North Carolina;N.C.|North Dakota;N.D.|Ohio|Oklahoma;Okla.|Oregon;Ore.|
Pennsylvania;Pa.|Rhode Island;R.I.|South Carolina;S.C.|South Dakota;S.D.|Tennessee;Tenn.|Texas|Utah|Vermont;Vt.|Virginia;Va.|
Washington State;Wash.|West Virginia;W.Va.|Wisconsin;Wis.|Wyoming;Wyo.|D.C.
""",
    "Canada": """
Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|Yukon
""",
    "Australia": """
New South Wales|Queensland|Tasmania|Western Australia
""",
    "India": """
Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chhattisgarh|Goa|Gujarat|Haryana|Himachal Pradesh|Jharkhand|Karnataka|Kerala|
Madhya Pradesh|Maharashtra|Manipur|Meghalaya|Mizoram|Nagaland|Odisha|Punjab|Rajasthan|Sikkim|Tamil Nadu|Telangana|Tripura|
Uttar Pradesh|Uttarakhand|West Bengal|Jammu and Kashmir
""",
    "Malaysia": """
Johor|Kedah|Kelantan|Malacca|Negeri Sembilan|Pahang|Perak|Perlis|Sabah|Sarawak|Selangor|Terengganu
""",
    "China": """
Anhui|Fujian|Gansu|Guangdong|Guangxi|Guizhou|Hainan|Hebei|Heilongjiang|Henan|Hubei|Hunan|Inner Mongolia|Jiangsu|Jiangxi|Jilin|
Liaoning|Ningxia|Qinghai|Shaanxi|Shandong|Shanxi|Sichuan|Yunnan|Zhejiang
""",
    "Pakistan": """
Balochistan|Punjab|Khyber Pakhtunkhwa|Sindh
""",
    "Germany": """
Saxony|Lower Saxony|Saxony-Anhalt|Brandenburg|Thuringia|North Rhine-Westphalia
""",
    "Mexico": """
Chiapas|Michoacan|Sinaloa|Sonora|Jalisco
""",
}


def _split(table: str, separator: str) -> list[str]:
    return [part.strip() for part in table.replace("\n", "").split(separator) if part.strip()]


@cache
def countries() -> dict[str, str]:
    """Every name of a country → its canonical name ("U.S." → "United States")."""
    names: dict[str, str] = {}
    for row in _COUNTRIES.strip().splitlines():
        canonical, _, _, others = row.split("|")
        for name in (canonical, *filter(None, others.split(";"))):
            names[name] = canonical
    return names


@cache
def places() -> dict[str, str]:
    """Every name of a place in the table → the name that stands for it in merging."""
    names = dict(countries())
    for row in _COUNTRIES.strip().splitlines():
        for capital in filter(None, row.split("|")[1].split(";")):
            names.setdefault(capital, capital)
    for name in (*_split(_REGIONS, ";"), *_split(CITIES, ";")):
        names.setdefault(name, name)
    for row in _states():
        forms = row.split(";")
        for form in forms:
            names.setdefault(form, forms[0])
    for form in ("Washington, D.C.", "Washington D.C.", "Washington DC"):
        names[form] = "Washington"
    return names


@cache
def states() -> frozenset[str]:
    """Names and abbreviations of states, and countries: what follows a town and a comma."""
    return frozenset(form for row in _states() for form in row.split(";")) | frozenset(countries())


def _states() -> list[str]:
    return [row for table in _STATES.values() for row in _split(table, "|")]


@cache
def country_of() -> dict[str, str]:
    """Every name of a country, a capital or a state → the country's canonical name; a name that two countries share is left out."""
    names = dict(countries())
    shared = set()
    pairs = [(capital, row.split("|")[0]) for row in _COUNTRIES.strip().splitlines() for capital in row.split("|")[1].split(";") if capital]
    pairs += [(form, country) for country, table in _STATES.items() for row in _split(table, "|") for form in row.split(";")]
    for name, country in pairs:
        if names.setdefault(name, country) != country:
            shared.add(name)
    return {name: country for name, country in names.items() if name not in shared}


@cache
def groups() -> dict[str, str]:
    """Every demonym, people, faith or movement → the form that stands for it in merging (a country's first demonym)."""
    names: dict[str, str] = {}
    for row in _COUNTRIES.strip().splitlines():
        forms = [form for form in row.split("|")[2].split(";") if form]
        for form in forms:
            names.setdefault(form, forms[0])
    for name in (*_GROUPS.split(), *_split(_PEOPLES, ";")):
        names.setdefault(name, name)
    for name in list(names):
        if name.endswith("s") and name[:-1] in names:
            names[name] = names[name[:-1]]
    return names


@cache
def homelands() -> dict[str, str]:
    """Every demonym and adjective of a country → the country's canonical name ("Swiss" → "Switzerland")."""
    names: dict[str, str] = {}
    for row in _COUNTRIES.strip().splitlines():
        canonical, _, people, _ = row.split("|")
        for form in filter(None, people.split(";")):
            names.setdefault(form, canonical)
            names.setdefault(f"{form}s", canonical)
    return names


@cache
def nation_words() -> frozenset[str]:
    """What may stand for a nation inside an office: "US", "Indian", "Singapore"."""
    return frozenset(countries()) | frozenset(groups())
