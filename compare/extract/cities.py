"""Towns that English news names without a country, besides the capitals: compiled by hand for newsdiff, bare facts, as the gazetteer is."""

from __future__ import annotations

CITIES = """
Atlanta;Baltimore;Boston;Chicago;Cincinnati;Cleveland;Dallas;Denver;Detroit;Honolulu;Houston;Indianapolis;Las Vegas;Los Angeles;Miami;Milwaukee;
Minneapolis;New Orleans;New York;New York City;Oklahoma City;Philadelphia;Phoenix;Pittsburgh;St. Louis;Salt Lake City;San Antonio;San Diego;San Francisco;
Seattle;Washington D.C.;Washington DC;Bombay;Mumbai;Delhi;Calcutta;Kolkata;Chennai;Bangalore;Bengaluru;Hyderabad;Karachi;Lahore;Geneva;Zurich;Basel;
Istanbul;Johannesburg;Milan;Naples;Turin;Florence;Venice;Montreal;Toronto;Vancouver;Quebec City;Calgary;Munich;Frankfurt;Hamburg;Cologne;Bonn;Stuttgart;
Leipzig;Dresden;Rio de Janeiro;Sao Paulo;São Paulo;Shanghai;Guangzhou;Shenzhen;Wuhan;Chongqing;Tianjin;Nanjing;Osaka;Kyoto;Hiroshima;Nagasaki;Sydney;Melbourne;
Perth;Brisbane;Adelaide;Auckland;Strasbourg;Marseille;Lyon;Nice;Barcelona;Seville;Valencia;Bilbao;Manchester;Liverpool;Birmingham;Leeds;Glasgow;Oxford;
Cambridge;Bristol;Rotterdam;Antwerp;Gothenburg;Krakow;Gdansk;St. Petersburg;Saint Petersburg;Leningrad;Kharkiv;Odesa;Odessa;Mariupol;Lviv;Dubai;Jeddah;Mecca;
Medina;Aleppo;Mosul;Basra;Kirkuk;Kandahar;Tel Aviv;Haifa;Hebron;Bethlehem;Nazareth;Alexandria;Casablanca;Lagos;Durban;Soweto;Mombasa;Saigon;
Ho Chi Minh City;Busan;Pusan;Davos;Bogotá;Tijuana;Medellin;Guadalajara;Auschwitz;Chernobyl;Hague;Fallujah;Benghazi;Peshawar;
Sacramento;Albuquerque;Tucson;Nashville;Memphis;Newark;Oakland;Tampa;Omaha;Tulsa;Fresno;Anaheim;Des Moines;Baton Rouge;Little Rock;El Paso;Fort Worth;
Fort Lauderdale;Palm Beach;Long Beach;San Jose;Santa Fe;Santa Monica;Beverly Hills;Pasadena;Anchorage;Louisville;Spokane;Tacoma;Heathrow;Gatwick;
Winnipeg;Edmonton;Halifax;Banja Luka;Mostar;Srebrenica;Tuzla;Vukovar;Dubrovnik;Grozny;Vladivostok;Novosibirsk;Nizhny Novgorod;Yekaterinburg;Sevastopol;
Donetsk;Luhansk;Kherson;Zaporizhzhia;Kramatorsk;Dnipro;Jaffna;Rawalpindi;Faisalabad;Quetta;Amritsar;Ahmedabad;Lucknow;Jaipur;Pune;Kanpur;Varanasi;
Bhopal;Patna;Srinagar;Chandigarh;Chittagong;Surabaya;Penang;Johor Bahru;Cebu;Davao;Da Nang;Mandalay;Chiang Mai;Phuket;Harbin;Changchun;Dalian;Shenyang;
Chengdu;Kunming;Urumqi;Lhasa;Nagoya;Sapporo;Nagano;Fukuoka;Kano;Kaduna;Ibadan;Port Harcourt;Kumasi;Kisumu;Bulawayo;Goma;Bukavu;Kisangani;Lubumbashi;
Timbuktu;Marrakesh;Tangier;Luxor;Aswan;Port Said;Nablus;Jenin;Gaza City;Rafah;Khan Younis;Beersheba;Eilat;Najaf;Karbala;Tikrit;Ramadi;Raqqa;Homs;Idlib;
Latakia;Isfahan;Mashhad;Shiraz;Tabriz;Qom;Herat;Jalalabad;Mazar-i-Sharif;Kunduz;Helmand;Aden;Hodeida;Lodz;Wroclaw;Poznan;Brno;Ostrava;Salzburg;Innsbruck;
Lausanne;Lucerne;Nuremberg;Dusseldorf;Düsseldorf;Hanover;Bremen;Rostock;Wolfsburg;Mannheim;Toulouse;Lille;Nantes;Cannes;Grenoble;Palermo;Bologna;Genoa;
Verona;Trieste;Malaga;Zaragoza;Pamplona;San Sebastian;Thessaloniki;Piraeus;Izmir;Adana;Diyarbakir;Trabzon;Varna;Plovdiv;Timisoara;Novi Sad;Maribor;
Kaunas;Malmo;Malmö;Uppsala;Trondheim;Aarhus;Tampere;Turku;Ghent;Bruges;Utrecht;Eindhoven;Galway;Londonderry;Aberdeen;Dundee;Swansea;Sheffield;Nottingham;
Newcastle;Southampton;Portsmouth;Plymouth;Brighton;Coventry;Norwich;Cartagena;Barranquilla;Guayaquil;Cuzco;Arequipa;Cochabamba;Valparaiso;Recife;
Fortaleza;Curitiba;Porto Alegre;Belo Horizonte;Manaus;Acapulco;Cancun;Monterrey;Puebla;Oaxaca;Ciudad Juarez;Veracruz;Maracaibo;San Pedro Sula
"""
