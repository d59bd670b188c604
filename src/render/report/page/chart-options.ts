/**
 * The charts of the page, described for the chart library: what is drawn where, in colours that the page's style
 * gives, at a width for wide screens and paper and one for telephones. Long names are above their bars, wrapped.
 */
import type {Language} from '../../../model/language.ts'
import type {Measured} from '../../../report/counts.ts'
import type {Figures} from '../../../report/figures.ts'
import {inLanguage} from '../../../text/format.ts'
import {countText, percentText} from '../../../text/numbers.ts'
import {wrapped} from '../../layout.ts'
import {paragraphName, reasonText, supplierName} from '../labels.ts'
import {axisLine, type Coordinates, type Drawing, label, percentAxis, type Size, splitLine} from './chart-parts.ts'
import {monthsDrawing} from './month-chart.ts'

export type ChartName = 'months' | 'reasons' | 'paragraphs' | 'suppliers'

export function drawingOf(name: ChartName, figures: Figures, size: Size, language: Language): Drawing {
  if (name === 'months') return monthsDrawing(figures, size, language)
  if (name === 'reasons') return reasonsDrawing(figures, size, language)
  const groups = name === 'paragraphs' ? paragraphBars(figures, language) : supplierBars(figures, language)
  return stackedDrawing(groups, size, language)
}

/** How many bars a chart has at most; the table below it has them all. */
export const mostBars = 12

/** A Pareto chart: each reason's share, and what the reasons down to it come to together. */
function reasonsDrawing({reasons}: Figures, size: Size, language: Language): Drawing {
  const shown = reasons.slice(0, mostBars)
  const names = shown.map(({reason, unposted, share}) => {
    const count = countText(unposted.invoices, language)
    return `${reasonText(reason, language).replace(/\.$/, '')}: ${count} (${percentText(share, language)})`
  })
  const {height, axis, grid} = named(names, size)
  return {
    height,
    option: {
      animation: false,
      grid,
      xAxis: percentAxis,
      yAxis: axis,
      series: [
        {
          type: 'bar',
          silent: true,
          barWidth: barHeight,
          itemStyle: {color: 'var(--posted)'},
          data: shown.map(({share}) => share ?? 0),
        },
        reached(shown),
      ],
    },
  }
}

/** From each bar's end on to what the reasons down to it come to: beside the names, never across them. */
function reached(shown: Figures['reasons']) {
  return {
    type: 'custom',
    silent: true,
    z: 5,
    data: shown.map(({share, cumulative}, index) => [share ?? 0, index, cumulative ?? 0]),
    renderItem: (_: unknown, api: Coordinates) => {
      const [x1 = 0, y = 0] = api.coord([api.value(0), api.value(1)])
      const [x2 = 0] = api.coord([api.value(2), api.value(1)])
      const color = 'var(--cumulative)'
      const line = {type: 'line', shape: {x1, y1: y, x2, y2: y}, style: {stroke: color, lineWidth: 2}}
      return {type: 'group', children: [line, {type: 'circle', shape: {cx: x2, cy: y, r: 5}, style: {fill: color}}]}
    },
  }
}

type NamedBar = Measured & {readonly name: string}

const paragraphBars = ({paragraphs}: Figures, language: Language): NamedBar[] =>
  paragraphs.slice(0, mostBars).map((group) => ({...group, name: paragraphName(group.paragraph, language)}))

const supplierBars = ({suppliers}: Figures, language: Language): NamedBar[] =>
  suppliers.slice(0, mostBars).map((group) => ({...group, name: supplierName(group.name, group.cvr, language)}))

/** Invoices posted, and beside them those that are not. */
function stackedDrawing(groups: readonly NamedBar[], size: Size, language: Language): Drawing {
  const names = groups.map(({name, counts, rates}) => {
    const [posted, received] = [counts.posted, counts.received].map(({invoices}) => countText(invoices, language))
    const rate = percentText(rates.ofReceived.byCount, language)
    return `${name}: ${rate} (${posted} ${inLanguage(language, 'af', 'of')} ${received})`
  })
  const {height, axis, grid} = named(names, size)
  const series = (color: string, data: readonly number[]) => ({
    type: 'bar',
    stack: 'all',
    silent: true,
    barWidth: barHeight,
    itemStyle: {color},
    data,
  })
  return {
    height,
    option: {
      animation: false,
      grid,
      xAxis: {
        type: 'value',
        minInterval: 1,
        splitNumber: size === 'wide' ? 5 : 3,
        axisLabel: {...label, formatter: (value: number) => countText(value, language)},
        splitLine,
      },
      yAxis: axis,
      series: [
        series(
          'var(--posted)',
          groups.map(({counts}) => counts.posted.invoices),
        ),
        series(
          'var(--left)',
          groups.map(({counts}) => counts.received.invoices - counts.posted.invoices),
        ),
      ],
    },
  }
}

const barHeight = 16
const lineHeight = 18

/** The axis with a name above each bar, and the room that they need. */
function named(names: readonly string[], size: Size) {
  const lines = names.map((name) => wrapped(name, size === 'wide' ? 110 : 36))
  const most = Math.max(1, ...lines.map(({length}) => length))
  const row = most * lineHeight + barHeight + 14
  return {
    height: names.length * row + 46,
    grid: {left: 12, right: 28, top: 8, bottom: 38},
    axis: {
      type: 'category',
      inverse: true,
      data: lines.map((parts) => parts.join('\n')),
      axisLine,
      axisTick: {show: false},
      axisLabel: {
        ...label,
        inside: true,
        margin: 2,
        lineHeight,
        verticalAlign: 'bottom',
        padding: [0, 0, barHeight / 2 + 2, 0],
        interval: 0,
      },
      z: 3,
    },
  }
}
