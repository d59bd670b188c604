/**
 * The charts of the page, described for the chart library: what is drawn where, in colours that the page's style
 * gives, at a width for wide screens and paper and one for telephones. Long names stand above their bars, wrapped.
 */
import type {EChartsCoreOption} from 'echarts/core'
import type {Month} from '../domain/calendar.ts'
import type {Language} from '../domain/text.ts'
import {monthText} from '../exceptions/words.ts'
import {wrapped} from '../terminal/layout.ts'
import type {Measured} from './counts.ts'
import {type Figures, rudersdalAfterSixMonths, type TimeGroup} from './figures.ts'
import {countText, percentText, plainText} from './numbers.ts'
import {markText, paragraphName, reasonText, supplierName} from './words.ts'

export type Size = 'wide' | 'narrow'

/** Pixels; of the wide ones, what the page has room for. */
export const widthsOf: Readonly<Record<Size, number>> = {wide: 896, narrow: 343}

export type ChartName = 'months' | 'reasons' | 'paragraphs' | 'suppliers'

export type Drawing = {readonly option: EChartsCoreOption; readonly height: number}

export function drawingOf(name: ChartName, figures: Figures, size: Size, language: Language): Drawing {
  if (name === 'months') return monthsDrawing(figures, size, language)
  if (name === 'reasons') return reasonsDrawing(figures, size, language)
  const groups = name === 'paragraphs' ? paragraphBars(figures, language) : supplierBars(figures, language)
  return stackedDrawing(groups, size, language)
}

/** How many bars a chart has at most; the table below it has them all. */
export const mostBars = 12

const fontSize = 14
const label = {color: 'currentColor', fontSize, fontFamily: 'inherit', textBorderWidth: 0}
const axisLine = {lineStyle: {color: 'var(--quiet)'}}
const splitLine = {lineStyle: {color: 'var(--line)'}}
const percentAxis = {
  type: 'value',
  min: 0,
  max: 100,
  interval: 25,
  axisLabel: {...label, formatter: '{value} %'},
  splitLine,
} as const

function monthsDrawing({months, target}: Figures, size: Size, language: Language): Drawing {
  const height = size === 'wide' ? 360 : 330
  const line = (percent: number, name: string, color: string, type: string, position: string) => ({
    yAxis: percent,
    lineStyle: {color, type, width: 2},
    label: {...label, show: size === 'wide', color, formatter: name, position},
  })
  const [aim, elsewhere] = [target.percent, rudersdalAfterSixMonths]
  return {
    height,
    option: {
      animation: false,
      grid: {left: 48, right: 8, top: 24, bottom: 62},
      xAxis: {
        type: 'category',
        data: months.map((month) => monthLabel(month, size, months.length, language)),
        axisLine,
        axisTick: {show: false},
        axisLabel: {...label, lineHeight: 18, hideOverlap: true, interval: months.length > fits(size) ? 'auto' : 0},
      },
      yAxis: percentAxis,
      series: [
        {
          type: 'bar',
          silent: true,
          barMaxWidth: 56,
          data: months.map(({rates, isOver, isCut}) => ({
            value: rates.ofReceived.byCount ?? '-',
            itemStyle: {color: 'var(--posted)', opacity: isOver && !isCut ? 1 : 0.5},
          })),
          markLine: {
            silent: true,
            symbol: 'none',
            data: [
              line(
                aim,
                `${language === 'da' ? 'Mål' : 'Target'} ${plainText(aim, language)} %`,
                'var(--target)',
                'dashed',
                aim >= elsewhere ? 'insideStartTop' : 'insideStartBottom',
              ),
              line(
                elsewhere,
                `Rudersdal ${elsewhere} %`,
                'var(--elsewhere)',
                'dotted',
                aim >= elsewhere ? 'insideStartBottom' : 'insideStartTop',
              ),
            ],
          },
        },
        {
          type: 'scatter',
          silent: true,
          symbol: 'diamond',
          symbolSize: 12,
          itemStyle: {color: 'var(--paper)', borderColor: 'var(--ink)', borderWidth: 2},
          data: months.map(({rates}) => rates.ofInScope.byCount ?? '-'),
        },
        whiskers(months),
      ],
    },
  }
}

/** Labels that stand side by side without hiding each other. */
const fits = (size: Size): number => (size === 'wide' ? 12 : 6)

function monthLabel(month: TimeGroup, size: Size, count: number, language: Language): string {
  const [name = '', year = ''] = monthText(month.key as Month, language).split(' ')
  const short = size === 'wide' && count <= 6 ? name : name.slice(0, 3)
  const rate =
    count > fits(size)
      ? ''
      : `\n${percentText(month.rates.ofReceived.byCount, language).replace(' %', size === 'wide' ? ' %' : '')}`
  return `${short}${markText(month, language) && '*'}\n${year}${rate}`
}

/** The interval of each month, as a line with two ends. */
function whiskers(months: readonly TimeGroup[]) {
  const style = {stroke: 'var(--ink)', lineWidth: 2}
  return {
    type: 'custom',
    silent: true,
    z: 5,
    data: months.flatMap(({rates: {interval}}, at) => (interval ? [[at, interval.low, interval.high]] : [])),
    renderItem: (_: unknown, api: {value: (at: number) => number; coord: (point: number[]) => number[]}) => {
      const [x = 0, low = 0] = api.coord([api.value(0), api.value(1)])
      const [, high = 0] = api.coord([api.value(0), api.value(2)])
      const flat = (y: number) => ({type: 'line', shape: {x1: x - 6, x2: x + 6, y1: y, y2: y}, style})
      const upright = {type: 'line', shape: {x1: x, x2: x, y1: low, y2: high}, style}
      return {type: 'group', children: [upright, flat(low), flat(high)]}
    },
  }
}

/** A Pareto chart: each reason's share, and what the reasons down to it come to together. */
function reasonsDrawing({reasons}: Figures, size: Size, language: Language): Drawing {
  const shown = reasons.slice(0, mostBars)
  const names = shown.map(({reason, left, share}) => {
    const count = countText(left.invoices, language)
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
        {
          type: 'line',
          silent: true,
          symbol: 'circle',
          symbolSize: 8,
          itemStyle: {color: 'var(--cumulative)'},
          lineStyle: {color: 'var(--cumulative)', width: 2},
          data: shown.map(({cumulative}) => cumulative ?? 0),
        },
      ],
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
    const of = language === 'da' ? 'af' : 'of'
    return `${name}: ${percentText(rates.ofReceived.byCount, language)} (${posted} ${of} ${received})`
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
  const lines = names.map((name) => wrapped(name, size === 'wide' ? 110 : 42))
  const most = Math.max(1, ...lines.map(({length}) => length))
  const row = most * lineHeight + barHeight + 14
  return {
    height: names.length * row + 46,
    grid: {left: 12, right: 28, top: 8, bottom: 38},
    axis: {
      type: 'category',
      inverse: true,
      data: lines.map((some) => some.join('\n')),
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
