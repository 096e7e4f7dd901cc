"""Countries by ISO 3166-1: codes, Malay and English names, and the words registers use for them."""

from functools import cache

from hbp_desktop.domain.text import fold

STATELESS = "XXX"

# alpha-3, alpha-2, Malay name, English name, other words (nationality, short forms)
_TABLE = """
AFG AF Afghanistan|Afghanistan|afghan
ALB AL Albania|Albania
DZA DZ Algeria|Algeria
AND AD Andorra|Andorra
AGO AO Angola|Angola
ATG AG Antigua dan Barbuda|Antigua and Barbuda
ARG AR Argentina|Argentina
ARM AM Armenia|Armenia
AUS AU Australia|Australia|australian
AUT AT Austria|Austria
AZE AZ Azerbaijan|Azerbaijan
BHS BS Bahamas|Bahamas
BHR BH Bahrain|Bahrain
BGD BD Bangladesh|Bangladesh|bangladeshi|bangla
BRB BB Barbados|Barbados
BLR BY Belarus|Belarus
BEL BE Belgium|Belgium
BLZ BZ Belize|Belize
BEN BJ Benin|Benin
BTN BT Bhutan|Bhutan
BOL BO Bolivia|Bolivia
BIH BA Bosnia dan Herzegovina|Bosnia and Herzegovina|bosnia
BWA BW Botswana|Botswana
BRA BR Brazil|Brazil
BRN BN Brunei|Brunei|brunei darussalam|bruneian
BGR BG Bulgaria|Bulgaria
BFA BF Burkina Faso|Burkina Faso
BDI BI Burundi|Burundi
KHM KH Kemboja|Cambodia|cambodian|kampuchea
CMR CM Cameroon|Cameroon
CAN CA Kanada|Canada|canadian
CPV CV Tanjung Verde|Cabo Verde
CAF CF Republik Afrika Tengah|Central African Republic
TCD TD Chad|Chad
CHL CL Chile|Chile
CHN CN China|China|cina|chinese|warga china|republik rakyat china|prc
COL CO Colombia|Colombia
COM KM Komoro|Comoros
COG CG Congo|Congo
COD CD Republik Demokratik Congo|Democratic Republic of the Congo
CRI CR Costa Rica|Costa Rica
CIV CI Pantai Gading|Ivory Coast|cote d ivoire
HRV HR Croatia|Croatia
CUB CU Cuba|Cuba
CYP CY Cyprus|Cyprus
CZE CZ Republik Czech|Czechia
DNK DK Denmark|Denmark
DJI DJ Djibouti|Djibouti
DMA DM Dominica|Dominica
DOM DO Republik Dominica|Dominican Republic
ECU EC Ecuador|Ecuador
EGY EG Mesir|Egypt|egyptian
SLV SV El Salvador|El Salvador
GNQ GQ Guinea Khatulistiwa|Equatorial Guinea
ERI ER Eritrea|Eritrea
EST EE Estonia|Estonia
SWZ SZ Eswatini|Eswatini|swaziland
ETH ET Habsyah|Ethiopia
FJI FJ Fiji|Fiji
FIN FI Finland|Finland
FRA FR Perancis|France|french
GAB GA Gabon|Gabon
GMB GM Gambia|Gambia
GEO GE Georgia|Georgia
DEU DE Jerman|Germany|german
GHA GH Ghana|Ghana
GRC GR Greece|Greece|yunani
GRD GD Grenada|Grenada
GTM GT Guatemala|Guatemala
GIN GN Guinea|Guinea
GNB GW Guinea-Bissau|Guinea-Bissau
GUY GY Guyana|Guyana
HTI HT Haiti|Haiti
HND HN Honduras|Honduras
HKG HK Hong Kong|Hong Kong
HUN HU Hungary|Hungary
ISL IS Iceland|Iceland
IND IN India|India|indian|warga india
IDN ID Indonesia|Indonesia|indonesian|indon|warga indonesia|republik indonesia
IRN IR Iran|Iran|iranian
IRQ IQ Iraq|Iraq|iraqi
IRL IE Ireland|Ireland
ISR IL Israel|Israel
ITA IT Itali|Italy
JAM JM Jamaica|Jamaica
JPN JP Jepun|Japan|japanese
JOR JO Jordan|Jordan|jordanian
KAZ KZ Kazakhstan|Kazakhstan
KEN KE Kenya|Kenya
KIR KI Kiribati|Kiribati
PRK KP Korea Utara|North Korea
KOR KR Korea Selatan|South Korea|korea|korean
KWT KW Kuwait|Kuwait
KGZ KG Kyrgyzstan|Kyrgyzstan
LAO LA Laos|Laos|lao
LVA LV Latvia|Latvia
LBN LB Lubnan|Lebanon
LSO LS Lesotho|Lesotho
LBR LR Liberia|Liberia
LBY LY Libya|Libya
LIE LI Liechtenstein|Liechtenstein
LTU LT Lithuania|Lithuania
LUX LU Luxembourg|Luxembourg
MAC MO Makau|Macau
MDG MG Madagascar|Madagascar
MWI MW Malawi|Malawi
MYS MY Malaysia|Malaysia|malaysian|m sia|msia|mysia|mas|my|warganegara|citizen
MDV MV Maldives|Maldives
MLI ML Mali|Mali
MLT MT Malta|Malta
MHL MH Kepulauan Marshall|Marshall Islands
MRT MR Mauritania|Mauritania
MUS MU Mauritius|Mauritius
MEX MX Mexico|Mexico
FSM FM Mikronesia|Micronesia
MDA MD Moldova|Moldova
MCO MC Monaco|Monaco
MNG MN Mongolia|Mongolia
MNE ME Montenegro|Montenegro
MAR MA Maghribi|Morocco
MOZ MZ Mozambique|Mozambique
MMR MM Myanmar|Myanmar|burma|burmese|rohingya|warga myanmar
NAM NA Namibia|Namibia
NRU NR Nauru|Nauru
NPL NP Nepal|Nepal|nepali|nepalese
NLD NL Belanda|Netherlands|dutch
NZL NZ New Zealand|New Zealand
NIC NI Nicaragua|Nicaragua
NER NE Niger|Niger
NGA NG Nigeria|Nigeria|nigerian
MKD MK Macedonia Utara|North Macedonia
NOR NO Norway|Norway
OMN OM Oman|Oman
PAK PK Pakistan|Pakistan|pakistani
PLW PW Palau|Palau
PSE PS Palestin|Palestine|palestinian
PAN PA Panama|Panama
PNG PG Papua New Guinea|Papua New Guinea
PRY PY Paraguay|Paraguay
PER PE Peru|Peru
PHL PH Filipina|Philippines|filipino|pilipina|warga filipina
POL PL Poland|Poland
PRT PT Portugal|Portugal
QAT QA Qatar|Qatar
ROU RO Romania|Romania
RUS RU Rusia|Russia
RWA RW Rwanda|Rwanda
KNA KN Saint Kitts dan Nevis|Saint Kitts and Nevis
LCA LC Saint Lucia|Saint Lucia
VCT VC Saint Vincent dan Grenadines|Saint Vincent and the Grenadines
WSM WS Samoa|Samoa
SMR SM San Marino|San Marino
STP ST Sao Tome dan Principe|Sao Tome and Principe
SAU SA Arab Saudi|Saudi Arabia|saudi
SEN SN Senegal|Senegal
SRB RS Serbia|Serbia
SYC SC Seychelles|Seychelles
SLE SL Sierra Leone|Sierra Leone
SGP SG Singapura|Singapore|singaporean|s pore
SVK SK Slovakia|Slovakia
SVN SI Slovenia|Slovenia
SLB SB Kepulauan Solomon|Solomon Islands
SOM SO Somalia|Somalia|somali
ZAF ZA Afrika Selatan|South Africa
SSD SS Sudan Selatan|South Sudan
ESP ES Sepanyol|Spain
LKA LK Sri Lanka|Sri Lanka|sri lankan
SDN SD Sudan|Sudan
SUR SR Suriname|Suriname
SWE SE Sweden|Sweden
CHE CH Switzerland|Switzerland
SYR SY Syria|Syria|syrian
TWN TW Taiwan|Taiwan|taiwanese
TJK TJ Tajikistan|Tajikistan
TZA TZ Tanzania|Tanzania
THA TH Thailand|Thailand|thai|siam|warga thai|warga thailand
TLS TL Timor Leste|Timor-Leste|timor timur
TGO TG Togo|Togo
TON TO Tonga|Tonga
TTO TT Trinidad dan Tobago|Trinidad and Tobago
TUN TN Tunisia|Tunisia
TUR TR Turki|Turkey|turkiye
TKM TM Turkmenistan|Turkmenistan
TUV TV Tuvalu|Tuvalu
UGA UG Uganda|Uganda
UKR UA Ukraine|Ukraine
ARE AE Emiriah Arab Bersatu|United Arab Emirates|uae
GBR GB United Kingdom|United Kingdom|uk|britain|british|england|inggeris
USA US Amerika Syarikat|United States|usa|america|amerika|american
URY UY Uruguay|Uruguay
UZB UZ Uzbekistan|Uzbekistan
VUT VU Vanuatu|Vanuatu
VAT VA Vatican|Vatican
VEN VE Venezuela|Venezuela
VNM VN Vietnam|Vietnam|vietnamese|viet nam|warga vietnam
YEM YE Yaman|Yemen|yemeni
ZMB ZM Zambia|Zambia
ZWE ZW Zimbabwe|Zimbabwe
XXX XX Tiada kerakyatan|Stateless|tanpa kerakyatan|tiada kewarganegaraan|tanpa negara
"""


def read_country(text: str) -> str:
    """Read a country or nationality as ISO-3, "XXX" for stateless, "" when the word is not known."""
    word = fold(text)
    return _words().get(word) or _words().get(word.removeprefix("warganegara ").removeprefix("warga "), "")


def alpha2(code: str) -> str:
    """Give the two-letter code of a three-letter one; the code itself when it is not in the table."""
    return _rows()[code][0] if code in _rows() else code


def country_name(code: str, language: str = "ms") -> str:
    """Name a country in Malay or English; the code itself when it is not in the table."""
    row = _rows().get(code)
    return row[1][0 if language == "ms" else 1] if row else code


def country_codes() -> tuple[str, ...]:
    """List the three-letter codes, Malaysia first, stateless last, the rest by Malay name."""
    middle = sorted((code for code in _rows() if code not in {"MYS", STATELESS}), key=country_name)
    return ("MYS", *middle, STATELESS)


@cache
def _rows() -> dict[str, tuple[str, list[str]]]:
    lines = (line.split(" ", 2) for line in _TABLE.strip().splitlines())
    return {code: (short, names.split("|")) for code, short, names in lines}


@cache
def _words() -> dict[str, str]:
    words = {fold(name): code for code, (_, names) in _rows().items() for name in names}
    return words | {code.lower(): code for code in _rows() if code != STATELESS}
