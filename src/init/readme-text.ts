/** `README.md` of a new working folder (`commands.md`, init): ten lines, in Danish, with commands to copy. */
import {schemaFile} from './settings-text.ts'

export const sampleFolder = 'sample-week'

/** Runs the sample week, in the working folder. `program` is what the program is called by. */
export const sampleCommand = (program: string): string =>
  [
    `${program} match --config ${sampleFolder}/bills.yaml`,
    `--invoices ${sampleFolder}/invoices-1.csv ${sampleFolder}/invoices-2.xlsx`,
    `--grants ${sampleFolder}/grants.xlsx --chart ${sampleFolder}/chart.csv`,
  ].join(' ')

export const readmeText = (program: string): string =>
  [
    '# bills: de første skridt. Giv kun de rette medarbejdere adgang til mappen: filerne får personoplysninger i sig.',
    `1. Prøv ugen med opdigtede data: \`${sampleCommand(program)}\``,
    `2. Se, hvad der kom ud, i \`${sampleFolder}/out\`: begynd med \`exceptions.xlsx\`. Slet \`${sampleFolder}\`, når du er færdig med den.`,
    '3. Forudsætning: e-fakturaen er i forvejen bogført og betalt på én konto; bilaget fra bills flytter udgiften derfra. Konteres fakturaen direkte, så brug kun `opus-remarks.csv`.',
    `4. Udfyld \`opus.contraAccount\` (den konto) og \`periods.postFrom\` (første dag) i \`bills.yaml\`; \`${schemaFile}\` lader editoren hjælpe.`,
    '5. Udfyld støttearket `mapping.xlsx`: en række for hver paragraf, ejerforhold og målgruppe, med artskonto og PSP-element.',
    `6. Efterse bevillingerne, før regningerne kommer: \`${program} validate-grants --grants bevillinger.xlsx\``,
    `7. Kør på prøve, så længe I vil: \`${program} match --invoices regninger.csv --grants bevillinger.xlsx --dry-run\``,
    `8. Spørg, hvorfor en regning ikke blev konteret: \`${program} explain BILAGSNUMMER\``,
    `9. Kør rigtigt: \`${program} match --invoices regninger.csv --grants bevillinger.xlsx\`, og tag kopi af \`bills.db\` og \`bills.db.key\`.`,
    '',
  ].join('\n')
