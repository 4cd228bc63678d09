import { encode } from 'uqr';
import type { SlipLine } from './slip-lines.ts';
import type { SlipMapView } from './slip-map.ts';

const width = 1240;
const margin = 80;
const codeSize = 360;
const inner = width - 2 * margin;

const looks: Readonly<
  Record<SlipLine['look'], { size: number; weight: number; colour: string; gap: number }>
> = {
  title: { size: 64, weight: 700, colour: '#1b1b1b', gap: 0 },
  strong: { size: 38, weight: 600, colour: '#1b1b1b', gap: 4 },
  plain: { size: 38, weight: 400, colour: '#1b1b1b', gap: 12 },
  label: { size: 32, weight: 400, colour: '#5a5a5a', gap: 36 },
};

interface SlipPicture {
  readonly lines: readonly SlipLine[];
  /** The address that the code leads to. */
  readonly pageUrl: string;
  readonly map: SlipMapView | undefined;
  readonly direction: 'ltr' | 'rtl';
}

const isRightToLeft = (text: string): boolean => /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);

/** Words into rows that fit. A word that is too long stands alone in its row. */
function rowsOf(context: CanvasRenderingContext2D, text: string): string[] {
  const rows: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = rows.length > 0 ? `${rows.at(-1)} ${word}` : word;
    if (rows.length > 0 && context.measureText(longer).width <= inner) rows[rows.length - 1] = longer;
    else rows.push(word);
  }
  return rows;
}

type Draw = (context: CanvasRenderingContext2D) => void;

function drawCode(context: CanvasRenderingContext2D, text: string, x: number, y: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const dot = codeSize / size;
  context.fillStyle = '#000';
  data.forEach((row, down) =>
    row.forEach((isDark, right) => {
      if (isDark) context.fillRect(x + right * dot, y + down * dot, dot + 0.5, dot + 0.5);
    }),
  );
}

function drawMap(context: CanvasRenderingContext2D, map: SlipMapView, y: number): void {
  const [left = 0, top = 0, across = 1, high = 1] = map.viewBox.split(' ').map(Number);
  const scale = inner / across;
  context.save();
  context.beginPath();
  context.rect(margin, y, inner, high * scale);
  context.clip();
  context.translate(margin - left * scale, y - top * scale);
  context.save();
  context.scale(scale, scale);
  context.lineWidth = 0.2;
  for (const { path } of map.municipalities) {
    const border = new Path2D(path);
    context.fillStyle = '#f4f1ea';
    context.strokeStyle = '#8a8a8a';
    context.fill(border);
    context.stroke(border);
  }
  context.restore();
  context.direction = 'ltr';
  context.textAlign = 'center';
  context.fillStyle = '#444';
  // In the picture's own size: letters that are scaled up stand where those of two pixels stood.
  context.font = `${2.4 * scale}px 'Noto Sans Variable'`;
  for (const { name, label } of map.municipalities)
    if (label) context.fillText(name, label.x * scale, label.y * scale);
  for (const [radius, colour] of [
    [2.2, '#b3261e'],
    [1.8, '#fff'],
    [1, '#b3261e'],
  ] as const) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(0, 0, radius * scale, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
}

/**
 * The slip as a PNG, drawn where it is read: the browser has the fonts and shapes every script rightly, and no server
 * learns who keeps a picture of what (docs/decisions/0027).
 */
export async function drawSlip({ lines, pageUrl, map, direction }: SlipPicture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures.');
  const family = getComputedStyle(document.body).fontFamily;
  const draws: Draw[] = [];
  let y = margin;
  for (const { text, look } of lines) {
    const { size, weight, colour, gap } = looks[look];
    const font = `${weight} ${size}px ${family}`;
    await document.fonts.load(font, text);
    context.font = font;
    const isRtl = isRightToLeft(text) || (direction === 'rtl' && !/\p{L}/u.test(text));
    y += gap;
    for (const row of rowsOf(context, text)) {
      const at = y + size;
      draws.push((to) => {
        to.font = font;
        to.fillStyle = colour;
        to.direction = isRtl ? 'rtl' : 'ltr';
        // As on the page: every line begins where the reader's language begins.
        to.textAlign = direction === 'rtl' ? 'right' : 'left';
        to.fillText(row, direction === 'rtl' ? width - margin : margin, at);
      });
      y += Math.round(size * 1.45);
    }
  }
  const codeAt = y + 16;
  draws.push((to) => drawCode(to, pageUrl, direction === 'rtl' ? width - margin - codeSize : margin, codeAt));
  y = codeAt + codeSize + 16;
  if (map) {
    const mapAt = y + 24;
    draws.push((to) => drawMap(to, map, mapAt));
    y = mapAt + (inner * 2) / 3 + 16;
    const sourceAt = y + 28;
    draws.push((to) => {
      to.font = `400 24px ${family}`;
      to.fillStyle = '#5a5a5a';
      to.direction = 'ltr';
      to.textAlign = 'left';
      to.fillText('© Tilastokeskus 2019, CC BY 4.0', margin, sourceAt);
    });
    y = sourceAt;
  }
  canvas.width = width;
  canvas.height = y + margin;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const draw of draws) draw(context);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))));
  });
}
