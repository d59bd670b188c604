/** The reasons of exclusion, of credit notes and of coding (`matching.md` 3 and 5), and of OPUS. */
import type {Reason} from './reason-entry.ts'

export const reasonsAfter = {
  GRANT_UNREADABLE: {
    owner: 'Sagsbehandler',
    sentence: {
      da: 'En bevillingsrække, som regningen kan høre til, kan ikke læses.',
      en: 'A row of the register that the bill may belong to cannot be read.',
    },
    remedy: {da: 'Ret rækken i bevillingerne.', en: 'Correct the row of the register.'},
  },
  SUPPLIER_UNKNOWN: {
    owner: 'Administration',
    sentence: {
      da: 'Ingen bevilling har leverandørens CVR-nummer.',
      en: "No grant has the supplier's CVR number.",
    },
    remedy: {
      da: 'Opret leverandøren på bevillingerne, eller sæt CVR-nummeret i suppliers → billsAs i bills.yaml.',
      en: 'Register the supplier on the grants, or put the CVR number into suppliers → billsAs of bills.yaml.',
    },
  },
  CITIZEN_UNKNOWN: {
    owner: 'Sagsbehandler',
    sentence: {da: 'Borgeren har ingen bevilling.', en: 'The citizen has no grant.'},
    remedy: {
      da: 'Opret bevillingen, eller bed leverandøren kontrollere CPR-nummeret.',
      en: 'Register the grant, or ask the supplier to check the CPR number.',
    },
  },
  NO_GRANT_WITH_SUPPLIER: {
    owner: 'Sagsbehandler',
    sentence: {
      da: 'Borgeren har ingen bevilling hos denne leverandør.',
      en: 'The citizen has no grant with this supplier.',
    },
    remedy: {
      da: 'Opret bevillingen hos leverandøren, eller afvis regningen.',
      en: 'Register the grant with the supplier, or reject the bill.',
    },
  },
  PERIOD_AMBIGUOUS: {
    owner: 'Sagsbehandler',
    sentence: {
      da: 'Det kan ikke afgøres, hvilken måned regningen er for.',
      en: 'It cannot be told which month the bill is for.',
    },
    remedy: {
      da: 'Bed leverandøren skrive perioden på hver linje.',
      en: 'Ask the supplier to state the period on each line.',
    },
  },
  GRANT_NOT_VALID: {
    owner: 'Sagsbehandler',
    sentence: {
      da: 'Ingen bevilling dækker en dag i perioden.',
      en: 'No grant covers a day of the period.',
    },
    remedy: {
      da: 'Forlæng bevillingen, hvis den gælder, eller afvis regningen.',
      en: 'Extend the grant if it holds, or reject the bill.',
    },
  },
  AMOUNT_MISMATCH: {
    owner: 'Sagsbehandler',
    sentence: {
      da: 'Beløbet er ikke det, bevillingen koster for perioden.',
      en: 'The amount is not what the grant costs for the period.',
    },
    remedy: {
      da: 'Ret taksten på bevillingen, hvis den er ny, eller bed leverandøren om en ny regning.',
      en: 'Correct the rate of the grant if it is new, or ask the supplier for a new bill.',
    },
  },
  PERIOD_MISMATCH: {
    owner: 'Sagsbehandler',
    sentence: {
      da: 'Beløbet passer til en anden måned end den, regningen angiver.',
      en: 'The amount is that of another month than the one the bill states.',
    },
    remedy: {
      da: 'Spørg leverandøren, hvilken måned der er ment.',
      en: 'Ask the supplier which month is meant.',
    },
  },
  PERIOD_ALREADY_PAID: {
    owner: 'Regnskab',
    sentence: {da: 'Perioden er betalt i forvejen.', en: 'The period has been paid already.'},
    remedy: {
      da: 'Afvis regningen, hvis den er sendt to gange; ellers behandl den manuelt.',
      en: 'Reject the bill if it was sent twice; else handle it by hand.',
    },
  },
  GRANT_AMBIGUOUS: {
    owner: 'Sagsbehandler',
    sentence: {
      da: 'Mere end én bevilling kan være den, regningen er for.',
      en: 'More than one grant may be the one that the bill is for.',
    },
    remedy: {
      da: 'Vælg den rigtige bevilling i Beslutning.',
      en: 'Choose the right grant in Beslutning.',
    },
  },
  OTHER_LINE_FAILED: {
    owner: 'Regnskab',
    sentence: {
      da: 'En anden linje på regningen kan ikke konteres.',
      en: 'Another line of the bill cannot be posted.',
    },
    remedy: {
      da: 'Linjen følger med, når regningens øvrige linjer er klaret.',
      en: 'The line follows when the other lines of the bill are settled.',
    },
  },
  CREDIT_NOTE_UNMATCHED: {
    owner: 'Regnskab',
    sentence: {
      da: 'Kreditnotaen svarer ikke til netop én konteret linje.',
      en: 'The credit note does not match just one posted line.',
    },
    remedy: {
      da: 'Find den regning, der krediteres, og tilbagefør den manuelt.',
      en: 'Find the bill that is credited, and reverse it by hand.',
    },
  },
  MAPPING_MISSING: {
    owner: 'Kontoplan',
    sentence: {
      da: 'Støttearket har ingen række for bevillingen.',
      en: 'The support sheet has no row for the grant.',
    },
    remedy: {da: 'Tilføj en række i støttearket.', en: 'Add a row to the support sheet.'},
  },
  MAPPING_AMBIGUOUS: {
    owner: 'Kontoplan',
    sentence: {
      da: 'Støttearket har flere rækker, der passer lige godt.',
      en: 'The support sheet has several rows that fit equally well.',
    },
    remedy: {
      da: 'Ret støttearket, så netop én række passer bedst.',
      en: 'Correct the support sheet so that just one row fits best.',
    },
  },
  ACCOUNT_MALFORMED: {
    owner: 'Kontoplan',
    sentence: {
      da: 'Artskontoen eller PSP-elementet i støttearket har en forkert form.',
      en: 'The account or PSP element of the support sheet has a wrong form.',
    },
    remedy: {
      da: 'Ret rækken i støttearket: en driftskonto på otte tegn og et PSP-element som XG-5038500001-00001.',
      en: 'Correct the row of the support sheet: an operating account of eight characters and a PSP element such as XG-5038500001-00001.',
    },
  },
  ACCOUNT_CLOSED: {
    owner: 'Kontoplan',
    sentence: {
      da: 'Artskontoen eller PSP-elementet er ikke åbent i kontoplanen.',
      en: 'The account or PSP element is not open in the chart of accounts.',
    },
    remedy: {
      da: 'Sæt en åben konto og et åbent PSP-element i støttearket.',
      en: 'Put an open account and an open PSP element into the support sheet.',
    },
  },
  OPUS_REFUSED: {
    owner: 'Regnskab',
    sentence: {da: 'OPUS har afvist konteringen.', en: 'OPUS refused the posting.'},
    remedy: {
      da: 'Se OPUS’ besked i kvitteringen, og ret det, den peger på.',
      en: 'Read what OPUS says in the receipt, and correct what it points to.',
    },
  },
} satisfies Readonly<Record<string, Reason>>
