/**
 * Charts as SVG, drawn by ECharts without a browser. What the library writes for the mouse is left out, so that the
 * same figures give the same bytes; a title and a description are in each for those who hear it.
 */
import {BarChart, CustomChart, ScatterChart} from 'echarts/charts'
import {GridComponent, MarkLineComponent} from 'echarts/components'
import {init, use} from 'echarts/core'
import {SVGRenderer} from 'echarts/renderers'
import type {Language} from '../../../model/language.ts'
import type {Figures} from '../../../report/figures.ts'
import {type ChartName, drawingOf} from './chart-options.ts'
import {type Size, widthsOf} from './chart-parts.ts'
import {type Html, text} from './html-table.ts'

use([BarChart, CustomChart, ScatterChart, GridComponent, MarkLineComponent, SVGRenderer])

export type ChartWords = {readonly title: string; readonly description: string}

/** Both sizes; the page's style shows the one that fits. */
export const chart = (name: ChartName, figures: Figures, words: ChartWords, language: Language): Html =>
  `${drawn(name, figures, 'wide', words, language)}\n${drawn(name, figures, 'narrow', words, language)}`

function drawn(name: ChartName, figures: Figures, size: Size, words: ChartWords, language: Language): Html {
  const {option, height} = drawingOf(name, figures, size, language)
  const width = widthsOf[size]
  const canvas = init(null, null, {renderer: 'svg', ssr: true, width, height})
  try {
    canvas.setOption(option)
    return named(canvas.renderToSVGString(), `${name}-${size}`, size, words)
  } finally {
    canvas.dispose()
  }
}

function named(svg: string, id: string, size: Size, {title, description}: ChartWords): Html {
  const inside = svg
    .replace(/^<svg[^>]*>/, '')
    .replaceAll(/<style[\s\S]*?<\/style>/g, '')
    .replaceAll(/ (class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replaceAll(/zr\d+-/g, `${id}-`)
    .replaceAll(/\n{2,}/g, '\n')
  const [, width = '', height = ''] = /^<svg width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  return [
    `<svg class="${size}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${text(title)}</title>`,
    `<desc id="${id}-desc">${text(description)}</desc>`,
    inside.trim(),
  ].join('\n')
}
