/** The formats of `bills match`: what it came to for a person, and for `--json`. */
import type {MatchResult} from '../../model/run.ts'
import type {CommandFormats} from '../rendering.ts'
import {type MatchDocument, matchDocument} from './json.ts'
import {renderMatch} from './terminal.ts'

export const matchFormats: CommandFormats<MatchResult, MatchDocument> = {terminal: renderMatch, json: matchDocument}
