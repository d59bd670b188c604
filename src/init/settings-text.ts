/**
 * `bills.yaml` of a new working folder (`commands.md`, init): the keys that people set, each with what it does. The two
 * that must be set are left open.
 */
export const schemaFile = 'bills.schema.json'

export const settingsText = `# yaml-language-server: $schema=./${schemaFile}
#
# Opsætning af bills. En linje, der begynder med #, gælder ikke: fjern # for at bruge den.
# Alle nøgler og deres standardværdier står i ${schemaFile}; en editor med YAML-støtte viser dem, mens du skriver.
# To nøgler SKAL udfyldes, før «bills match» vil køre, for de bliver aldrig gættet:
# opus.contraAccount og periods.postFrom.

language: da
# Kommunekoden, tre cifre i anførselstegn. En ledger hører til én kommune.
# municipality: "230"

# Programmets hukommelse, mappen til kørslerne, og støttearket. Stierne regnes fra denne fil.
ledger: bills.db
out: out
mapping: mapping.xlsx

files:
  # Om kollegerne i gruppen må læse filerne (true). De indeholder personoplysninger.
  groupReadable: false

opus:
  # SKAL UDFYLDES: den konto, som e-fakturaerne er bogført og betalt på. Hver kontering flytter udgiften derfra.
  # contraAccount: "95990009"
  # Kun hvis det er en driftskonto: dens PSP-element.
  # contraPsp: XG-5038500001-00001
  format: csv

periods:
  # SKAL UDFYLDES: programmets første dag. Det, der ligger før, er betalt, før programmet kom, og konteres aldrig.
  # postFrom: 2026-01-01
  # Regninger uden periode: none (gættes aldrig), arrears (måneden, der er gået) eller advance (måneden, der kommer).
  # Det sættes bedst for hver leverandør, se nedenfor.
  billing: none

rules:
  # De paragraffer, som programmet må kontere.
  paragraphs: ["103", "104", "107", "108", STU]
  # Kroner. Større regninger ser et menneske på.
  # maxAmount: 500000
  # CVR-numre på leverandører, som ikke må konteres automatisk.
  blockedSuppliers: []
  # Vores EAN-numre, 13 cifre i anførselstegn. Tom: alle regninger er vores.
  gln: []

# Leverandører, hvis regninger skal læses på en bestemt måde, efter CVR-nummer:
# suppliers:
#   "12345674":
#     billing: arrears
#     # Døgntakst: det antal døgn, en hel måned faktureres som: actual, 30, 30.5 eller 365/12.
#     dayRateMonth: "30"
#     # Andre CVR-numre, som regningerne til leverandørens bevillinger kommer fra.
#     billsAs: ["60402043"]

# Overskrifter i jeres udtræk, som programmet ikke kender, efter fil og felt:
# columns:
#   invoices: {supplierCvr: [Kreditors CVR]}
#   grants: {grantId: [Indsats-nr]}

# Ord i jeres udtræk, som programmet ikke kender:
# values:
#   unit: {pr. døgn: Døgn}
#   status: {Igangsat: counts, Udkast: ignored}
`
