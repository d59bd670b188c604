/** The formats of `bills validate-mapping` (`commands.md`). */
import type {CheckFormats} from '../checks/formats.ts'
import {type MappingDocument, mappingJson} from './json.ts'
import type {ValidatedMapping} from './result.ts'
import {mappingTerminal} from './terminal.ts'
import {mappingWorkbook} from './xlsx.ts'

export const mappingFormats: CheckFormats<ValidatedMapping, MappingDocument> = {
  terminal: mappingTerminal,
  json: mappingJson,
  xlsx: mappingWorkbook,
}
