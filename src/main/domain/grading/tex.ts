/** A TeX formula as one would write it on one line: `\frac{a}{b_1}` is `a/b1`, `x^{2}` is `x^2`, `a \le b` is `a ≤ b`. */

/** Commands that stand for a sign or a word; any other is its own name (`\log`). */
const commands: ReadonlyMap<string, string> = new Map(
  (
    'le \u2264,leq \u2264,leqslant \u2264,ge \u2265,geq \u2265,geqslant \u2265,ne \u2260,neq \u2260,lt <,gt >,approx \u2248,equiv \u2261,sim \u223c,propto \u221d,' +
    'times \u00d7,cdot \u22c5,ast *,div \u00f7,pm \u00b1,mp \u2213,to \u2192,rightarrow \u2192,longrightarrow \u2192,leftarrow \u2190,gets \u2190,' +
    'Rightarrow \u21d2,implies \u21d2,Leftarrow \u21d0,Leftrightarrow \u21d4,iff \u21d4,leftrightarrow \u2194,' +
    'infty \u221e,partial \u2202,nabla \u2207,sum \u2211,prod \u220f,int \u222b,in \u2208,notin \u2209,subset \u2282,subseteq \u2286,cup \u222a,cap \u2229,' +
    'emptyset \u2205,varnothing \u2205,forall \u2200,exists \u2203,neg \u00ac,lnot \u00ac,land \u2227,wedge \u2227,lor \u2228,vee \u2228,oplus \u2295,' +
    'lfloor \u230a,rfloor \u230b,lceil \u2308,rceil \u2309,langle \u27e8,rangle \u27e9,mid |,vert |,lvert |,rvert |,circ \u00b0,degree \u00b0,prime \u2032,' +
    'alpha \u03b1,beta \u03b2,gamma \u03b3,delta \u03b4,epsilon \u03b5,varepsilon \u03b5,zeta \u03b6,eta \u03b7,theta \u03b8,iota \u03b9,kappa \u03ba,lambda \u03bb,mu \u03bc,nu \u03bd,' +
    'xi \u03be,pi \u03c0,rho \u03c1,sigma \u03c3,tau \u03c4,upsilon \u03c5,phi \u03c6,varphi \u03c6,chi \u03c7,psi \u03c8,omega \u03c9,' +
    'Gamma \u0393,Delta \u0394,Theta \u0398,Lambda \u039b,Xi \u039e,Pi \u03a0,Sigma \u03a3,Phi \u03a6,Psi \u03a8,Omega \u03a9,' +
    'dots ...,ldots ...,cdots ...,quad  ,qquad  ,left ,right ,big ,Big ,bigl ,bigr ,limits ,displaystyle ,textstyle ,begin ,end '
  )
    .split(',')
    .map((entry): [string, string] => {
      const blank = entry.indexOf(' ');
      return [entry.slice(0, blank), entry.slice(blank + 1)];
    }),
);
/** Their argument is text as it stands. */
const wraps = new Set(
  'text textrm textbf textit mathrm mathbf mathit mathsf mathtt mathcal mathbb operatorname mbox boldsymbol bar hat vec overline'.split(
    ' ',
  ),
);
const signs: Readonly<Record<string, string>> = { ',': ' ', ';': ' ', ':': ' ', ' ': ' ', '!': '', '\\': ' ', '|': '|' };
/** Deeper brackets are nobody's formula. */
const deepest = 40;

/** The formula on one line; takes any text and never throws. */
export function lineOfTex(tex: string): string {
  const { text } = readUntil(tex, 0, null, 0);
  return text.replace(/\s+/g, ' ').trim();
}

interface Read {
  text: string;
  /** Offset behind it. */
  end: number;
}

function readUntil(tex: string, from: number, closer: string | null, depth: number): Read {
  let text = '';
  let at = from;
  while (at < tex.length && tex[at] !== closer) {
    const next = readOne(tex, at, depth);
    text += next.text;
    at = next.end;
  }
  return { text, end: at + 1 };
}

/** One sign, command or group. */
function readOne(tex: string, at: number, depth: number): Read {
  const char = tex.charAt(at);
  if (char === '{' && depth < deepest) return readUntil(tex, at + 1, '}', depth + 1);
  if (char === '^' || char === '_') {
    const of = readArgument(tex, at + 1, depth);
    return { text: char === '^' ? raised(of.text) : lowered(of.text), end: of.end };
  }
  if (char === '\\') return readCommand(tex, at, depth);
  return { text: char === '&' || char === '~' ? ' ' : char === '}' ? '' : char, end: at + 1 };
}

function readCommand(tex: string, at: number, depth: number): Read {
  const name = /^[A-Za-z]+/.exec(tex.slice(at + 1, at + 40))?.[0];
  if (name === undefined) {
    const sign = tex.charAt(at + 1);
    return { text: signs[sign] ?? sign, end: at + 2 };
  }
  const end = at + 1 + name.length;
  if (/^[dtc]?frac$/.test(name)) {
    const above = readArgument(tex, end, depth);
    const below = readArgument(tex, above.end, depth);
    return { text: `${grouped(above.text)}/${grouped(below.text)}`, end: below.end };
  }
  if (name === 'sqrt') {
    const of = readArgument(tex, tex.charAt(end) === '[' ? tex.indexOf(']', end) + 1 || end : end, depth);
    return { text: `\u221a${grouped(of.text)}`, end: of.end };
  }
  if (wraps.has(name)) return readArgument(tex, end, depth);
  return { text: commands.get(name) ?? name, end };
}

/** What a command or `^` is given: a group, or the next sign. */
function readArgument(tex: string, from: number, depth: number): Read {
  let at = from;
  while (/\s/.test(tex.charAt(at))) at += 1;
  return at < tex.length && depth < deepest ? readOne(tex, at, depth + 1) : { text: '', end: at };
}

const isOne = (text: string): boolean => /^[\p{L}\p{N}.]*$/u.test(text) || /^\([^()]*\)$/.test(text);
const grouped = (text: string): string => (isOne(text.trim()) ? text.trim() : `(${text.trim()})`);

/** A small letter or number below another is written right behind it. */
const lowered = (text: string): string => (text.length > 1 ? `_${grouped(text)}` : text);
const raised = (text: string): string => (/^[\u00b0\u2032]+$/.test(text) ? text : `^${grouped(text)}`);
