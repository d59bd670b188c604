/** The services that can be granted, to whom, and by whom. */
import type {Unit} from './model.ts'

export type Service = {
  readonly paragraph: string
  /** As registers write it. */
  readonly forms: readonly string[]
  readonly service: string
  readonly unit: Unit
  /** Least and most whole kroner of the rate. */
  readonly kroner: readonly [number, number]
  /** Hours a week, or how many; null: the cell is empty. */
  readonly quantities: readonly (string | null)[]
}

const sel = (section: string, part: string): string[] => [
  section,
  `§ ${section}`,
  `SEL § ${section}, stk. 1, nr. ${part}`,
  `SEL-${section}-1.${part}`,
  `Lov om social service § ${section}`,
]
const once = [null, null, '1']

/** All in scope, and paid again each month. */
export const services: readonly Service[] = [
  {
    paragraph: '107',
    forms: sel('107', '1'),
    service: 'Midlertidigt botilbud',
    unit: 'Døgn',
    kroner: [900, 3900],
    quantities: once,
  },
  {
    paragraph: '107',
    forms: sel('107', '2'),
    service: 'Botilbud',
    unit: 'Måned',
    kroner: [22_000, 96_000],
    quantities: once,
  },
  {
    paragraph: '108',
    forms: sel('108', '1'),
    service: 'Længerevarende botilbud',
    unit: 'Døgn',
    kroner: [1_100, 4_600],
    quantities: once,
  },
  {
    paragraph: '108',
    forms: sel('108', '1'),
    service: 'Botilbud',
    unit: 'Måned',
    kroner: [31_000, 120_000],
    quantities: once,
  },
  {
    paragraph: '104',
    forms: sel('104', '1'),
    service: 'Aktivitets- og samværstilbud',
    unit: 'Dag',
    kroner: [280, 1_100],
    quantities: once,
  },
  {
    paragraph: '104',
    forms: sel('104', '1'),
    service: 'Dagtilbud',
    unit: 'Måned',
    kroner: [6_500, 24_000],
    quantities: once,
  },
  {
    paragraph: '104',
    forms: sel('104', '1'),
    service: 'Støttetimer',
    unit: 'Time',
    kroner: [310, 520],
    quantities: ['7', '12.5', '37'],
  },
  {
    paragraph: '103',
    forms: sel('103', '1'),
    service: 'Beskyttet beskæftigelse',
    unit: 'Dag',
    kroner: [190, 640],
    quantities: once,
  },
  {paragraph: '103', forms: sel('103', '1'), service: 'Værksted', unit: 'Uge', kroner: [900, 3_200], quantities: once},
  {
    paragraph: 'STU',
    forms: ['STU', 'stu'],
    service: 'Særligt tilrettelagt ungdomsuddannelse',
    unit: 'Måned',
    kroner: [14_000, 38_000],
    quantities: once,
  },
  {
    paragraph: 'STU',
    forms: ['STU'],
    service: 'Ungdomsuddannelse',
    unit: 'År',
    kroner: [180_000, 420_000],
    quantities: once,
  },
]

/** Paid once. */
export const establishment: Service = {
  paragraph: '107',
  forms: sel('107', '2'),
  service: 'Etablering',
  unit: 'Engang',
  kroner: [4_000, 30_000],
  quantities: once,
}

export const outOfScope: readonly Service[] = [
  {
    paragraph: '85',
    forms: sel('85', '1'),
    service: 'Socialpædagogisk støtte',
    unit: 'Måned',
    kroner: [3_000, 19_000],
    quantities: once,
  },
  {
    paragraph: '97',
    forms: sel('97', '1'),
    service: 'Ledsagelse',
    unit: 'Måned',
    kroner: [1_500, 6_000],
    quantities: once,
  },
  {
    paragraph: 'BL 104',
    forms: ['BL § 104', 'BL 104'],
    service: 'Boligtilbud',
    unit: 'Måned',
    kroner: [4_000, 9_000],
    quantities: once,
  },
]

export const targetGroups = ['Udviklingshæmning', 'Psykisk lidelse', 'Autisme', 'Erhvervet hjerneskade', 'Øvrige']
export const ownerships = ['Kommunal', 'Regional', 'Privat', 'Selvejende']

/** Target groups (and an ownership) of which the support sheet or the chart makes nothing that can be posted. */
export const troubles = {
  missing: {paragraph: '108', ownership: 'Fond'},
  ambiguous: {paragraph: '107', targetGroup: 'Forsøgsordning'},
  malformed: {paragraph: '107', targetGroup: 'Mellemregning'},
  blocked: {paragraph: '107', targetGroup: 'Nedlagt ordning'},
  expired: {paragraph: '107', targetGroup: 'Udløbet ordning'},
  unknown: {paragraph: '107', targetGroup: 'Ny ordning'},
} as const
