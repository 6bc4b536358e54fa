"""Facts that a single family of templates asks for: courts, codes, kinds of theses, ..."""

from __future__ import annotations

import random

# Name -> values, parted by semicolons.
SPECIAL = {
    "acronym": (
        "SIPRI;RAND;OECD;ECB;NASA;CNRS;INRIA;DIW;IFPRI;CSIS;UNESCO;WHO;JRC;CERN;ILO;NIST;"
        "IISS;ETH Zürich;TU Wien;MIT;KTH;EPFL;UCLA"
    ),
    "act": (
        "Civil Rights Act of 1964;Clean Air Act;Sherman Antitrust Act;"
        "Social Security Act;Data Protection Act;Human Rights Act;Companies Act;"
        "Equality Act;Trade Practices Act;Freedom of Information Act;Theft Act;"
        "Copyright Act"
    ),
    "arxivid": "%4.%5;%4.%4;hep-th/%7;cs/%7",
    "beuth": "Beuth;Beuth Verlag;Austrian Standards",
    "biodictionary": (
        "Dictionary of National Biography, 1885-1900;Australian Dictionary of Biography;"
        "Dictionary of National Biography;Oxford Dictionary of National Biography;"
        "American National Biography;Dictionary of Canadian Biography;"
        "Neue Deutsche Biographie;Allgemeine Deutsche Biographie;"
        "Dictionnaire des anarchistes;Dizionario Biografico degli Italiani;"
        "Dictionary of Irish Biography;Encyclopaedia Judaica;Who Was Who, 1920–2008"
    ),
    "bgbl": "BGBl.;RGBl.;ABl.",
    "code": (
        "U.S.C.;C.F.R.;Cal. Penal Code;N.Y. Penal Law;Tex. Fam. Code Ann.;Ohio Rev. Code Ann."
    ),
    "committee": (
        "Senate Committee on Finance;House Committee on the Judiciary;"
        "Senate Committee on Foreign Relations;Joint Economic Committee"
    ),
    "country": (
        "USA;Germany;France;Japan;Italy;Canada;Spain;Austria;Brazil;United Kingdom;"
        "Turkey;Hungary;Russia"
    ),
    "court": (
        "2d Cir.;9th Cir.;D.C. Cir.;S.D.N.Y.;N.D. Cal.;Fed. Cir.;D. Mass.;E.D. Va.;"
        "Tex. App.;Del. Ch.;Ct. Cl."
    ),
    "datakind": (
        "Data set;Dataset;Computer software;Software;Data file;Source code;Mobile app;Database"
    ),
    "docket": (
        "XII ZR %2/0%1;VI ZR %3/1%1;1 BvR %4/%2;5 StR %3/%2;12-%2.%3;C-%3/1%1;"
        "I-%2 U %2/0%1;4 AZR %3/%2"
    ),
    "ebookhouse": (
        "IGI Global;Springer Nature;Elsevier;Cambridge University Press;"
        "Oxford University Press;Edward Elgar Publishing;Routledge;De Gruyter"
    ),
    "ebooks": (
        "IGI Global eBooks;Springer eBooks;Elsevier eBooks;Routledge eBooks;"
        "Cambridge University Press eBooks;Oxford University Press eBooks;"
        "Edward Elgar Publishing eBooks;De Gruyter eBooks"
    ),
    "encyclopedia": (
        "Encyclopædia Britannica;Wikipedia, The Free Encyclopedia;"
        "Oxford English Dictionary;Stanford Encyclopedia of Philosophy;"
        "Wikipedia – Die freie Enzyklopädie;Merriam-Webster.com Dictionary;Wikipedia;"
        "Historisches Lexikon der Schweiz;Treccani"
    ),
    "file": (
        "FO 371/%4;CAB 128/%2;RG 59, Box %3;R 58/%3;Add MS %5;F/7/%5;HO 45/%4;NL 120%1;"
        "MS Am %4;BArch, R 43 II/%3;ADM 1/%4"
    ),
    "frenchcourt": (
        "Cass. civ. 1re;Cass. crim.;Cass. soc.;CE;CE, ass.;Cons. const.;CA Paris;"
        "Trib. Roma;Cass.;Tribunal Supremo"
    ),
    "frenchreport": (
        "Bull. civ. I;D.;JCP G;RTD civ.;AJDA;Gaz. Pal.;Recueil Lebon;Foro it.;Giur. it.;Dalloz"
    ),
    "geneva": "Geneva;Geneva, Switzerland;Genève",
    "germanact": (
        "Bürgerliches Gesetzbuch;Gesetz gegen den unlauteren Wettbewerb;"
        "Bundesdatenschutzgesetz;Strafgesetzbuch;"
        "Grundgesetz für die Bundesrepublik Deutschland;Infektionsschutzgesetz"
    ),
    "germancourt": "BGH;BVerfG;BVerwG;BAG;OLG München;OLG Hamm;LG Berlin;KG;EuGH;BFH;VG Köln;BSG",
    "germanreport": "NJW;NJW-RR;JZ;GRUR;NVwZ;BGHZ;BVerfGE;WM;FamRZ;DÖV;NStZ;AcP;MDR;AöR",
    "germanthesis": (
        "Diss.;Dissertation;Diss. phil.;Phil. Diss.;Magisterarbeit;Masterarbeit;"
        "Habilitationsschrift;Diplomarbeit;Univ., Diss."
    ),
    "hc": "HC;Cm;Cmnd;HL Paper;COM;Sessional Paper",
    "interviewer": (
        "by the author;with the author;by telephone;interview by John Smith;"
        "with the author, by email;durch die Verfasserin"
    ),
    "interviewkind": (
        "Interview;Personal interview;Interview with;Telephone interview;"
        "Email interview;Personal communication;Gespräch mit"
    ),
    "koreanthesis": "석사학위논문;박사학위논문;박사학위 논문",
    "lncs": (
        "Lecture Notes in Computer Science;LNCS;LNAI;Lecture Notes in Artificial Intelligence;"
        "CEUR Workshop Proceedings;IFIP Advances in Information and Communication Technology"
    ),
    "meeting": (
        "IJCAI-%2;Proceedings of IJCAI-%2;AAAI-%2;SIGCOMM '9%1;CHI 200%1;Proc. CHI '0%1;"
        "ACM Multimedia 9%1;CSCW '8%1;ICML-200%1;Proc. of VLDB 199%1;IWRED 201%1;"
        "1991 ACM Symposium on Small Systems;Proceedings of ECAI-%2;INTERSPEECH 20%2;"
        "Proc. DAFx-%2;Proceedings of Eurographics '9%1;NIPS 20%2;Proc. IEEE ICASSP;"
        "AIP Conf. Proc.;Proc. SPIE"
    ),
    "museum": (
        "Museum of Modern Art;Louvre;Tate Modern;Alte Nationalgalerie;Uffizi;Museo del Prado"
    ),
    "nd": "n.d.;no date;n. d.",
    "newsnumber": "0%1;%1;A0%1;1%1;T0%1",
    "oj": "OJ L;OJ C;ABl. L;JO L",
    "papers": (
        "John Maynard Keynes Papers;Eleanor Roosevelt Papers;Hannah Arendt Papers;"
        "Family Correspondence;Nachlass Max Weber;Records of the Department of State;"
        "Fonds Georges Clemenceau;Foreign Office Records"
    ),
    "patent": "%1,%3,%3;%7;10,%3,%3;0 %3 %3;WO 20%2/%5%1;1%1 %3 %3;2004%7",
    "patentoffice": (
        "U.S. Patent and Trademark Office;European Patent Office;"
        "United States Patent and Trademark Office"
    ),
    "reportkind": (
        "Technical Report;Technical report;Tech. Rep.;Working Paper;Working paper;"
        "Discussion Paper;Research Report;Report;Policy Research Working Paper;"
        "Staff Report;Memorandum;Policy Brief;Internal Report;NBER Working Paper;"
        "Fact Sheet;White Paper"
    ),
    "repository": (
        "Zenodo;figshare;Dryad;Harvard Dataverse;"
        "Inter-university Consortium for Political and Social Research;"
        "GESIS Data Archive;PANGAEA;UK Data Archive;GitHub;CRAN;Eurostat;"
        "R Foundation for Statistical Computing;Mathworks;ICPSR"
    ),
    "romancethesis": (
        "thèse de doctorat;Thèse de doctorat en histoire;mémoire de maîtrise;"
        "Tesis doctoral;tesi di dottorato;Dissertação (Mestrado em Direito);"
        "Tese (Doutorado em Educação);Tesis de maestría;thèse d’État;tesi di laurea"
    ),
    "rudiss": (
        "дис. ... канд. филос. наук;дис. … д-ра ист. наук;дис. ... канд. техн. наук;"
        "диссертация кандидата наук"
    ),
    "rulaw": (
        "О внесении изменений в Налоговый кодекс;Федеральный закон «Об образовании»;"
        "Об охране окружающей среды;О защите прав потребителей"
    ),
    "ruling": "Urteil;Urt.;Beschl.;Beschluss;Beschluß",
    "siteupper": "N.Y. TIMES;WASH. POST;POLITICO;SCOTUSBLOG;LAWFARE;CNN;REUTERS;VOX;WIRED",
    "society": (
        "ACM;IEEE;ACM Press;IEEE Press;IEEE Computer Society Press;AAAI Press;USENIX;SIAM;ASCE;"
        "ASME;AMS;SPIE;IOP;IOP Publishing;Springer;Springer-Verlag;Springer, Heidelberg;Elsevier;"
        "INFORMS;MIT Press;Morgan Kaufmann;ISCA;ACL;IET;AIP;Royal Society of Chemistry"
    ),
    "standard": (
        "690;9001;27001;802.11;8601;ISO 26324;Z39.88;1505-2;12207;26000;14001;754;C150/C150M"
    ),
    "stat": "Stat.;U.S.T.;U.N.T.S.;I.L.M.",
    "thesiskind": (
        "PhD thesis;Ph.D. thesis;PhD dissertation;Ph.D. dissertation;"
        "Doctoral dissertation;Master’s thesis;Master's thesis;MA thesis;PhD diss.;"
        "Ph. D. diss.;Unpublished doctoral dissertation;"
        "Doctoral dissertation, University Microfilms;MSc thesis;Diss.;DPhil thesis;"
        "M.A. thesis;Bachelor's thesis"
    ),
    "townstate": (
        "Westwood, N.J.;Carol Stream, IL;Norman, Okla.;Portland, OR;Piscataway, New Jersey;"
        "Snowbird, Utah;Reading, Mass.;Grand Rapids, Mich.;Englewood Cliffs, NJ;"
        "Hillsdale, N.J.;Thousand Oaks, CA;Berkeley, Calif.;Morgantown, WV;Ithaca, NY;"
        "Cambridge, MA;Boulder, Colo.;Rochester, New York, USA;Durham, N.C."
    ),
    "twoplaces": "Berkeley – Los Angeles – Oxford;Berlin, New York;London and New York;Wien/Köln",
    "ukcourt": "HL;CA;QBD;PC;Ch D;KB;UKSC",
    "version": "1.0;2.3.1;3.11;0.9;4.2;v2;12;2019.1;R2020b",
    "word": (
        "Photosynthesis;Baroque;Justice;Game theory;Renaissance;Quantenmechanik;"
        "Byzantine Empire;Utilitarianism;Inflation;Sonata;Jazz;Epigenetics;Free will;"
        "Semiotik;Kanban;Fascism;Causality;Personal identity;Bayes’ theorem;"
        "Solar System;Mitosis;Vietnam War;Rhetoric"
    ),
    "wpseries": (
        "NBER Working Paper No.;NBER Working Paper;CEPR Discussion Paper;"
        "IZA Discussion Paper;IMF Working Paper;Working Paper;CESifo Working Paper No.;"
        "World Bank Policy Research Working Paper;MPRA Paper No.;"
        "Cowles Foundation Discussion Paper No."
    ),
    "zhpaper": "人民日报;光明日报;中国青年报;新华日报;参考消息;经济日报;南方周末;解放军报;文汇报",
}


def special(name: str, rng: random.Random) -> str:
    """One of the values of `name`; `%3` is filled with so many digits."""
    value = rng.choice(SPECIAL[name].split(";"))
    pieces = value.split("%")
    filled = pieces[0]
    for piece in pieces[1:]:
        count = int(piece[0])
        filled += str(rng.randint(10 ** (count - 1), 10**count - 1)) + piece[1:]
    return filled
