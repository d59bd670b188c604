/** The rate month by month, with its interval, the rate in scope, the target and what another municipality came to. */
import type {Month} from '../../../model/calendar.ts'
import type {Language} from '../../../model/language.ts'
import {type Figures, rudersdalAfterSixMonths, type TimeGroup} from '../../../report/figures.ts'
import {inLanguage, monthText} from '../../../text/format.ts'
import {percentText, plainText, tenthsText} from '../../../text/numbers.ts'
import {markText} from '../labels.ts'
import {axisLine, type Coordinates, type Drawing, label, percentAxis, type Size} from './chart-parts.ts'

export function monthsDrawing({months, target}: Figures, size: Size, language: Language): Drawing {
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
      grid: {left: 56, right: 8, top: 24, bottom: 62},
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
                `${inLanguage(language, 'Mål', 'Target')} ${plainText(aim, language)} %`,
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

/** How many labels fit side by side without hiding each other. */
const fits = (size: Size): number => (size === 'wide' ? 12 : 6)

function monthLabel(month: TimeGroup, size: Size, count: number, language: Language): string {
  const [name = '', year = ''] = monthText(month.key as Month, language).split(' ')
  const mark = markText(month, language) && '*'
  const when = size === 'wide' && count <= 6 ? `${name} ${year}${mark}` : `${name.slice(0, 3)}${mark}\n${year}`
  const rate = month.rates.ofReceived.byCount
  if (count > fits(size)) return when
  return `${when}\n${size === 'wide' ? percentText(rate, language) : tenthsText(rate, language)}`
}

/** The interval of each month, as a line with two ends. */
function whiskers(months: readonly TimeGroup[]) {
  const style = {stroke: 'var(--ink)', lineWidth: 2}
  return {
    type: 'custom',
    silent: true,
    z: 5,
    data: months.flatMap(({rates: {interval}}, index) => (interval ? [[index, interval.low, interval.high]] : [])),
    renderItem: (_: unknown, api: Coordinates) => {
      const [x = 0, low = 0] = api.coord([api.value(0), api.value(1)])
      const [, high = 0] = api.coord([api.value(0), api.value(2)])
      const flat = (y: number) => ({type: 'line', shape: {x1: x - 6, x2: x + 6, y1: y, y2: y}, style})
      const upright = {type: 'line', shape: {x1: x, x2: x, y1: low, y2: high}, style}
      return {type: 'group', children: [upright, flat(low), flat(high)]}
    },
  }
}
