"""Real sites, bodies, publishers and databases that the labelled data hardly names."""

from __future__ import annotations

SITES = (
    "BBC News;CNN;NPR;Reuters;Al Jazeera;Wikipedia;The Conversation;Medium;Vox;"
    "Slate;Politico;ProPublica;HuffPost;BuzzFeed News;Ars Technica;Wired;The Verge;"
    "TechCrunch;Mozilla Developer Network;Stack Overflow;World Health Organization;"
    "Centers for Disease Control and Prevention;Mayo Clinic;NASA;"
    "Encyclopædia Britannica;Stanford Encyclopedia of Philosophy;"
    "Library of Congress;Project Gutenberg;Internet Archive;Our World in Data;"
    "Pew Research Center;Brookings Institution;UNESCO;United Nations;"
    "European Commission;Eurostat;World Bank;International Monetary Fund;OECD;"
    "Amnesty International;Human Rights Watch;YouTube;Vimeo;GitHub;LinkedIn;"
    "National Geographic;Smithsonian Magazine;The Atlantic;Aeon;Quanta Magazine;"
    "History.com;Poetry Foundation;Deutsche Welle;Tagesschau;Spiegel Online;"
    "Bundeszentrale für politische Bildung;France 24;Vie publique;RTVE;"
    "Ministerio de Salud;Istat;ANSA;G1;Delfi;LRT;Yle Uutiset;DR;NU.nl;Meduza;"
    "РИА Новости;Lenta.ru"
)
BODIES = (
    "World Health Organization;United Nations Development Programme;"
    "European Commission;World Bank;International Monetary Fund;OECD;UNICEF;UNESCO;"
    "International Labour Organization;World Trade Organization;"
    "Government Accountability Office;Congressional Budget Office;"
    "U.S. Census Bureau;Bureau of Labor Statistics;Department of Education;"
    "Department of Justice;Department of Health and Human Services;"
    "Ministry of Finance;Environmental Protection Agency;"
    "National Science Foundation;Federal Trade Commission;HM Treasury;Home Office;"
    "Office for National Statistics;Statistics Canada;"
    "Australian Bureau of Statistics;Statistisches Bundesamt;"
    "Bundesministerium der Justiz;Umweltbundesamt;Robert Koch-Institut;INSEE;"
    "Ministère de la Culture;Haute Autorité de santé;Conseil d’État;"
    "Ministerio de Educación;Instituto Nacional de Estadística;ISTAT;IBGE;"
    "Ministério da Saúde;Rijksinstituut voor Volksgezondheid en Milieu;"
    "Centraal Bureau voor de Statistiek;Rosstat;Human Rights Watch;"
    "Amnesty International;Pew Research Center;RAND Corporation;"
    "Brookings Institution;American Psychological Association;Royal Society;"
    "National Academy of Sciences;European Central Bank;Eurostat;"
    "International Organization for Standardization;"
    "Intergovernmental Panel on Climate Change;Microsoft;Apple Inc.;Google LLC;"
    "International Energy Agency;Greenpeace;Transparency International;"
    "Bank of England;FAO;ICOMOS"
)
PUBLISHERS = {
    "en": (
        "Oxford University Press;Cambridge University Press;Routledge;Penguin;"
        "Penguin Books;Harper & Row;HarperCollins;Random House;Alfred A. Knopf;"
        "W. W. Norton;W. W. Norton & Company;Simon & Schuster;"
        "Farrar, Straus and Giroux;Little, Brown;Houghton Mifflin;MIT Press;"
        "The MIT Press;Harvard University Press;Princeton University Press;"
        "Yale University Press;University of Chicago Press;Palgrave Macmillan;"
        "Macmillan;Bloomsbury;Verso;Faber and Faber;Sage;Springer;Elsevier;"
        "North-Holland;Wiley;John Wiley & Sons;McGraw-Hill;Prentice Hall;"
        "Addison-Wesley;Academic Press;Blackwell;Edward Elgar;Brill;De Gruyter;Ashgate;"
        "Polity Press;Norton;Basic Books;Free Press;Doubleday;Vintage;Chatto & Windus;"
        "Hogarth Press;George Allen & Unwin;Methuen"
    ),
    "de": (
        "Suhrkamp;Rowohlt;C. H. Beck;C.H. Beck;Fischer;S. Fischer;Hanser;Klett-Cotta;"
        "Mohr Siebeck;Duncker & Humblot;Springer;Reclam;de Gruyter;Nomos;Metzler;"
        "Vandenhoeck & Ruprecht;Böhlau;Franz Steiner;Campus;Westdeutscher Verlag;"
        "VS Verlag für Sozialwissenschaften;Beltz;Herder;Insel;Piper;dtv;Ullstein;"
        "Diogenes;Residenz-Verlag;Wallstein"
    ),
    "fr": (
        "Gallimard;Seuil;Le Seuil;Éditions du Seuil;PUF;"
        "Presses universitaires de France;Fayard;Flammarion;Armand Colin;L’Harmattan;"
        "La Découverte;Albin Michel;Grasset;Plon;Hachette;Vrin;CNRS Éditions;Actes Sud;"
        "Minuit;Droz;Dalloz;Dunod;Odile Jacob;Boréal;Presses de l’Université du Québec;"
        "Presses universitaires de Rennes;Hermann;Karthala"
    ),
    "es": (
        "Alianza;Alianza Editorial;Cátedra;Crítica;Siglo XXI;"
        "Fondo de Cultura Económica;Tecnos;Ariel;Taurus;Gredos;Anagrama;Tusquets;"
        "Paidós;Espasa-Calpe;Akal;Planeta;Sudamericana;Losada;Eudeba;Porrúa;Trotta;"
        "Marcial Pons"
    ),
    "it": (
        "Einaudi;Laterza;il Mulino;Il Mulino;Feltrinelli;Mondadori;Bompiani;Adelphi;"
        "Carocci;FrancoAngeli;Giuffrè;Bollati Boringhieri;Bulzoni;Olschki;Rizzoli;"
        "Zanichelli;Utet;Cedam;Giappichelli;Sellerio"
    ),
    "pt": (
        "Companhia das Letras;Martins Fontes;Vozes;Zahar;Cortez;Atlas;Saraiva;Edusp;"
        "Editora da UFMG;Record;Cosac Naify;Almedina;Presença;Gradiva;Edições 70;"
        "Imprensa da Universidade de Coimbra;Autêntica;Contexto;LTr;Forense"
    ),
    "nl": (
        "Prometheus;De Bezige Bij;Querido;Boom;Amsterdam University Press;Kluwer;"
        "Van Gorcum;Meulenhoff;Lannoo;Acco"
    ),
    "ru": (
        "Наука;Мысль;Политиздат;Высшая школа;Прогресс;Юрайт;Просвещение;Академия;"
        "Изд-во МГУ;АСТ;ИНФРА-М;Физматлит;Новое литературное обозрение;Медицина;"
        "Экономика;РОССПЭН;Азбука;Дрофа;Питер;БХВ-Петербург;Изд-во СПбГУ"
    ),
    "zh": (
        "人民出版社;商务印书馆;中华书局;北京大学出版社;清华大学出版社;科学出版社;高等教育出版社;法律出版社;上海人民出版社;复旦大学出版社;"
        "社会科学文献出版社;机械工业出版社;人民文学出版社;三联书店;中国人民大学出版社"
    ),
    "ko": "한길사;창작과비평사;민음사;서울대학교출판부;문학동네;역사비평사;박영사",
    "ja": "岩波書店;東京大学出版会;講談社;有斐閣;新潮社;筑摩書房;中央公論社;みすず書房",
    "pl": "PWN;Wydawnictwo Naukowe PWN;Ossolineum;Znak;Czytelnik;Universitas",
    "sv": ("Norstedts;Bonniers;Gyldendal;Universitetsforlaget;Studentlitteratur;Natur & Kultur"),
}
PLACES = {
    "en": (
        "London;New York;New York, NY;Cambridge, MA;Cambridge, Mass.;Cambridge;Oxford;"
        "Chicago;Boston;Princeton;Princeton, NJ;New Haven;Berkeley;Los Angeles;Toronto;"
        "Edinburgh;Dublin;Sydney;Melbourne;Philadelphia;Washington, DC;"
        "Washington, D.C.;Harmondsworth;Garden City, N.Y.;Englewood Cliffs, N.J.;"
        "Reading, MA;San Francisco;Amsterdam;Delhi;Leiden;Ithaca, NY;Durham, N.C.;"
        "Baltimore;Thousand Oaks, CA;Hoboken, NJ;Basingstoke;Aldershot;Minneapolis;"
        "Austin"
    ),
    "de": (
        "Berlin;München;Frankfurt am Main;Frankfurt a. M.;Stuttgart;Hamburg;Leipzig;"
        "Köln;Wien;Zürich;Tübingen;Göttingen;Heidelberg;Reinbek bei Hamburg;Bonn;"
        "Wiesbaden;Weinheim;Opladen;Darmstadt;Berlin, New York;Baden-Baden;Basel;Jena"
    ),
    "fr": (
        "Paris;Lyon;Bruxelles;Genève;Montréal;Québec;Rennes;Toulouse;Lille;Strasbourg;"
        "Aix-en-Provence;Grenoble;Dijon"
    ),
    "es": (
        "Madrid;Barcelona;México;México, D.F.;Buenos Aires;Santiago de Chile;Bogotá;"
        "Lima;Salamanca;Sevilla;Valencia"
    ),
    "it": ("Torino;Milano;Roma;Roma-Bari;Bologna;Firenze;Napoli;Padova;Venezia;Palermo;Bari;Pisa"),
    "pt": (
        "São Paulo;Rio de Janeiro;Lisboa;Coimbra;Porto;Belo Horizonte;Petrópolis;"
        "Porto Alegre;Brasília;Curitiba;Salvador"
    ),
    "nl": ("Amsterdam;Antwerpen;Leiden;Den Haag;Utrecht;Assen;Brussel;Gent;Leuven;Groningen"),
    "ru": (
        "Москва;М.;СПб.;Л.;Санкт-Петербург;Ленинград;Новосибирск;Казань;Екатеринбург;"
        "Киев;Минск;М. ; СПб.;Томск"
    ),
    "zh": "北京;上海;南京;武汉;广州;天津;成都;西安;杭州;长沙;重庆;香港;台北",
    "ja": "東京;京都;大阪;名古屋",
    "ko": "서울;부산;대구;파주;광주",
    "pl": "Warszawa;Kraków;Wrocław;Poznań;Łódź",
    "sv": "Stockholm;Lund;Uppsala;Oslo;København;Göteborg",
}
UNIVERSITIES = {
    "en": (
        "Harvard University;Stanford University;University of Oxford;"
        "University of Cambridge;Massachusetts Institute of Technology;"
        "University of California, Berkeley;University of Michigan;McGill University;"
        "University College London;Princeton University;University of Texas at Austin;"
        "Northwestern University;University of Toronto;Ohio State University;"
        "London School of Economics;University of Sydney;University of Cape Town;"
        "Carnegie Mellon University;Department of Economics, Yale University;"
        "Cornell University;University of Illinois at Urbana-Champaign"
    ),
    "de": (
        "Universität Wien;Freie Universität Berlin;Humboldt-Universität zu Berlin;"
        "Universität Hamburg;Universität zu Köln;Technische Universität München;"
        "Ludwig-Maximilians-Universität;ETH Zürich;Universität Heidelberg;TU Dresden"
    ),
    "fr": (
        "Université Paris 8;Université de Montréal;Université Lumière Lyon 2;"
        "École des hautes études en sciences sociales;Université Panthéon-Sorbonne;"
        "Université Laval;Université de Strasbourg;Université Paris-Nanterre;INPL"
    ),
    "es": (
        "Universidad Complutense de Madrid;Universidad de Salamanca;"
        "Universidad Nacional Autónoma de México;Universidad de Buenos Aires;"
        "Universidad de Chile;Universitat de Barcelona"
    ),
    "it": (
        "Università di Bologna;Sapienza Università di Roma;"
        "Università degli Studi di Milano;Università di Padova"
    ),
    "pt": (
        "Universidade de São Paulo;Universidade Federal de Minas Gerais;"
        "Universidade de Lisboa;Universidade de Coimbra;"
        "Universidade Estadual de Campinas;"
        "Pontifícia Universidade Católica do Rio de Janeiro"
    ),
    "nl": (
        "Universiteit van Amsterdam;Universiteit Leiden;KU Leuven;Universiteit Gent;"
        "Rijksuniversiteit Groningen"
    ),
    "ru": (
        "МГУ;СПбГУ;РГГУ;Институт философии РАН;Томский гос. ун-т;"
        "Московский государственный университет"
    ),
    "zh": "北京大学;清华大学;复旦大学;南京大学;武汉大学;中国人民大学;浙江大学;中山大学;吉林大学",
    "ja": "東京大学;京都大学;早稲田大学",
    "ko": "서울대학교;연세대학교;고려대학교;부산대학교;이화여자대학교",
    "pl": "Uniwersytet Warszawski;Uniwersytet Jagielloński",
    "sv": "Uppsala universitet;Universitetet i Oslo;Lunds universitet",
}
JOURNALS = {
    "de": (
        "Merkur;Historische Zeitschrift;Zeitschrift für Soziologie;Leviathan;"
        "Geschichte und Gesellschaft;Neue Juristische Wochenschrift;"
        "Deutsche Zeitschrift für Philosophie;Zeitschrift für Pädagogik;"
        "Politische Vierteljahresschrift;Aus Politik und Zeitgeschichte;Poetica;"
        "Archiv für Kulturgeschichte;"
        "Kölner Zeitschrift für Soziologie und Sozialpsychologie;"
        "Zeitschrift für Germanistik;Der Nervenarzt;JuristenZeitung"
    ),
    "fr": (
        "Annales. Histoire, Sciences sociales;"
        "Actes de la recherche en sciences sociales;Revue française de sociologie;"
        "Esprit;Les Temps modernes;Revue historique;Genèses;Critique;L’Homme;Poétique;"
        "Revue d’histoire moderne et contemporaine;Diogène;Langages;Études françaises;"
        "Revue de métaphysique et de morale;Le Débat;Politix"
    ),
    "es": (
        "Revista de Occidente;Hispania;"
        "Revista Española de Investigaciones Sociológicas;"
        "Anales de Literatura Española;Nueva Revista de Filología Hispánica;"
        "Estudios Sociológicos;Historia Mexicana;Papers;Cuadernos Hispanoamericanos"
    ),
    "it": (
        "Quaderni storici;Belfagor;Rivista storica italiana;Studi storici;Il Ponte;"
        "Lettere italiane;Rassegna italiana di sociologia;aut aut;Paragone;"
        "Giornale critico della filosofia italiana;"
        "Il diritto di famiglia e delle persone"
    ),
    "pt": (
        "Revista Brasileira de Ciências Sociais;Novos Estudos CEBRAP;Análise Social;"
        "Dados;Tempo Social;Cadernos de Saúde Pública;Estudos Avançados;"
        "Revista de Antropologia;Educação & Sociedade;Penélope;"
        "Revista Brasileira de História"
    ),
    "nl": (
        "De Gids;Tijdschrift voor Geschiedenis;BMGN;"
        "Nederlands Tijdschrift voor Geneeskunde;Ons Erfdeel;Streven;"
        "Nederlands Juristenblad;Mens en Maatschappij"
    ),
    "ru": (
        "Вопросы философии;Вопросы истории;Новый мир;Социологические исследования;"
        "Вопросы языкознания;Доклады Академии наук;Вестник МГУ. Сер. 7. Философия;"
        "Журнал общей химии;Отечественная история;Успехи физических наук;Полис"
    ),
    "zh": (
        "中国社会科学;历史研究;计算机学报;法学研究;经济研究;社会学研究;文学评论;物理学报;中华医学杂志;哲学研究;软件学报;教育研究;管理世界;图书情报工作;"
        "地理学报;现代外语;自然科学进展"
    ),
    "ko": (
        "한국사연구;교육학연구;국어국문학;조선고고연구;한국문헌정보학회지;"
        "사회복지연구;건축역사연구;철학논총"
    ),
    "ja": "思想;史学雑誌;国語学;社会学評論;日本教育学会誌;心理学研究",
    "pl": "Teksty Drugie;Pamiętnik Literacki;Kwartalnik Historyczny;Studia Socjologiczne",
    "sv": "Historisk tidskrift;Nordisk tidskrift;Sociologisk forskning;Samlaren",
}
LAW_REVIEWS = (
    "Harv. L. Rev.;Yale L.J.;Stan. L. Rev.;Colum. L. Rev.;U. Chi. L. Rev.;"
    "Mich. L. Rev.;Geo. L.J.;Cal. L. Rev.;Tex. L. Rev.;N.Y.U. L. Rev.;"
    "Harvard Law Review;Law & Contemp. Probs.;J. Legal Stud.;Am. J. Int’l L.;"
    "Fordham L. Rev."
)
REPORTERS = (
    "U.S.;S. Ct.;F.2d;F.3d;F. Supp.;F. Supp. 2d;F. Supp. 3d;N.E.2d;Cal. 4th;P.2d;"
    "So. 2d;A.2d;N.Y.2d;L. Ed. 2d;S.W.3d;F.R.D.;B.R.;Wash. 2d;Mass.;Ill. App. 3d"
)
UK_REPORTS = "AC;QB;KB;Ch;WLR;All ER;Cr App R;ER;Lloyd's Rep;BCLC;CLR;NZLR;SCR;ILR"
DATABASES = (
    "ProQuest;Factiva;JSTOR;Academic Search Complete;EBSCOhost;LexisNexis Academic;"
    "Nexis Uni;Gale Academic OneFile;Project MUSE;ProQuest Historical Newspapers;"
    "Business Source Premier;MLA International Bibliography;Gale In Context;"
    "NewsBank;Gale Literature Resource Center;"
    "ProQuest Dissertations & Theses Global;PubMed;Google Scholar;HeinOnline;"
    "Westlaw"
)
STUDIOS = (
    "Warner Bros.;Paramount Pictures;Universal Pictures;20th Century Fox;"
    "Columbia Pictures;Criterion Collection;Netflix;HBO;BBC;PBS;Miramax;"
    "Metro-Goldwyn-Mayer;A24;Gaumont;Pathé;UFA;Mosfilm;Toho;Capitol Records;"
    "Deutsche Grammophon;NBC;CBS;ABC;Channel 4;Arte;ZDF;NHK;Sony Pictures Classics;"
    "United Artists;Walt Disney Pictures"
)
ARCHIVES = (
    "National Archives, Kew;British Library, London;"
    "Library of Congress, Washington, DC;Bundesarchiv, Berlin;"
    "Archives nationales, Paris;Bodleian Library, Oxford;"
    "Houghton Library, Harvard University;Hoover Institution Archives, Stanford;"
    "Archivio di Stato di Firenze;Archivo General de Indias, Sevilla;ГАРФ;"
    "New York Public Library;"
    "Beinecke Rare Book and Manuscript Library, Yale University;"
    "Churchill Archives Centre, Cambridge;Lietuvos centrinis valstybės archyvas"
)
