"""Newspapers that the labelled data hardly names: name | place | edition, by language."""

from __future__ import annotations

# Newspaper | place | edition as databases print it (may be empty).
NEWSPAPERS = {
    "en": """
Wall Street Journal|New York, N.Y.|
New York Times|New York, N.Y.|Late Edition (East Coast)
New York Times (1923-)|New York, N.Y.|
The Washington Post|Washington, D.C.|Final Edition
Los Angeles Times|Los Angeles, Calif.|Home Edition
Chicago Tribune|Chicago, Ill.|North Sports Final Edition
Boston Globe|Boston, Mass.|Third Edition
USA Today|McLean, Va.|First Edition
The Guardian|London (UK)|
The Times|London (UK)|National Edition
The Independent|London (UK)|First Edition
Financial Times|London (UK)|USA Edition
The Daily Telegraph|London (UK)|
The Observer|London (UK)|
The Scotsman|Edinburgh (UK)|
Irish Times|Dublin|
The Globe and Mail|Toronto, Ont.|Ontario Edition
Toronto Star|Toronto, Ont.|ONT Edition
National Post|Don Mills, Ont.|National Edition
Vancouver Sun|Vancouver, B.C.|Final Edition
Sydney Morning Herald|Sydney, N.S.W.|First Edition
The Age|Melbourne, Vic.|
The Australian|Canberra, A.C.T.|All-round Country Edition
New Zealand Herald|Auckland, New Zealand|
South China Morning Post|Hong Kong|
The Straits Times|Singapore|
Times of India|New Delhi|
The Hindu|Chennai|
Jerusalem Post|Jerusalem|
Christian Science Monitor|Boston, Mass.|
Houston Chronicle|Houston, Tex.|3 Star Edition
San Francisco Chronicle|San Francisco, Calif.|Final Edition
Philadelphia Inquirer|Philadelphia, Pa.|City Edition
Seattle Times|Seattle, Wash.|Fourth Edition
Miami Herald|Miami, Fla.|
Atlanta Journal-Constitution|Atlanta, Ga.|Main Edition
Star Tribune|Minneapolis, Minn.|Metro Edition
Denver Post|Denver, Colo.|
Baltimore Sun|Baltimore, Md.|
Pittsburgh Post-Gazette|Pittsburgh, Pa.|Sooner Edition
Newsday|Long Island, N.Y.|Nassau and Suffolk Edition
The Economist|London|
Bloomberg Businessweek|New York|
Barron's|New York, N.Y.|
The Moscow Times|Moscow|
The Korea Herald|Seoul|
Japan Times|Tokyo|
Daily Nation|Nairobi|
Mail & Guardian|Johannesburg|
Evening Standard|London (UK)|West End Final
Irish Independent|Dublin|
The Baltic Times|Riga|
""",
    "de": """
Frankfurter Allgemeine Zeitung|Frankfurt am Main|
Süddeutsche Zeitung|München|Bayern
Die Zeit|Hamburg|
Die Welt|Berlin|
Der Tagesspiegel|Berlin|
Neue Zürcher Zeitung|Zürich|internationale Ausgabe
Der Standard|Wien|
Die Presse|Wien|
die tageszeitung|Berlin|
Der Spiegel|Hamburg|
Handelsblatt|Düsseldorf|
Stuttgarter Zeitung|Stuttgart|
Frankfurter Rundschau|Frankfurt am Main|
""",
    "fr": """
Le Monde|Paris|
Le Figaro|Paris|
Libération|Paris|
Le Devoir|Montréal|
La Presse|Montréal|
Le Soir|Bruxelles|
Le Temps|Genève|
Les Échos|Paris|
La Croix|Paris|
Ouest-France|Rennes|édition Finistère
L’Express|Paris|
Le Monde diplomatique|Paris|
""",
    "es": """
El País|Madrid|
El Mundo|Madrid|
ABC|Madrid|edición Sevilla
La Vanguardia|Barcelona|
El Mercurio|Santiago de Chile|
La Nación|Buenos Aires|
Clarín|Buenos Aires|
El Universal|Ciudad de México|
Reforma|México, D.F.|
El Tiempo|Bogotá|
""",
    "it": """
Corriere della Sera|Milano|
la Repubblica|Roma|
La Stampa|Torino|
Il Sole 24 Ore|Milano|
Il Messaggero|Roma|
l’Unità|Roma|
""",
    "pt": """
Folha de S.Paulo|São Paulo|
O Estado de S. Paulo|São Paulo|
O Globo|Rio de Janeiro|
Público|Lisboa|
Expresso|Lisboa|
Diário de Notícias|Lisboa|
""",
    "nl": """
de Volkskrant|Amsterdam|
NRC Handelsblad|Rotterdam|
Trouw|Amsterdam|
De Standaard|Brussel|
De Morgen|Brussel|
""",
    "ru": """
Известия|Москва|
Коммерсантъ|Москва|
Российская газета|Москва|
Независимая газета|Москва|
Ведомости|Москва|
Труд|Москва|
""",
    "pl": """
Gazeta Wyborcza|Warszawa|
Rzeczpospolita|Warszawa|
Polityka|Warszawa|
""",
    "sv": """
Dagens Nyheter|Stockholm|
Svenska Dagbladet|Stockholm|
Aftenposten|Oslo|
Politiken|København|
""",
}
