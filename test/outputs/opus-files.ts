/** The XML files for OPUS that verdicts give, and what stands in them. */
import {expect} from 'vitest'
import type {InvoiceVerdict} from '../../src/model/verdict.ts'
import {opusXmlFiles} from '../../src/outputs/opus/documents.ts'
import {opusXml} from '../../src/outputs/opus/xml.ts'
import {aConfig, aRun} from '../builders/outputs.ts'
import {faultsOf} from './opus-schema.ts'

export type Opus = Readonly<Record<string, unknown>>

export const settings = (opus: Opus = {}) => aConfig({municipality: '230', opus: {format: 'xml', ...opus}})

/** The files of a run, by name. */
export function written(
  verdicts: readonly InvoiceVerdict[],
  opus: Opus = {},
  run = aRun(verdicts),
): Map<string, string> {
  const config = settings(opus)
  return new Map(opusXmlFiles(run, config).map((file) => [file.name, opusXml(file, run.stamp, config)]))
}

/** The one file of a run, valid. */
export function onlyFile(...given: Parameters<typeof written>): string {
  const files = [...written(...given).values()]
  expect(files).toHaveLength(1)
  expect(faultsOf(files[0] ?? '')).toEqual([])
  return files[0] ?? ''
}

/** What stands in the elements of a name, in their order. */
export const all = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value = '']) => value)
