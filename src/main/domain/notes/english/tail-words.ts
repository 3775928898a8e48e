/** Words by which it is told where a tail begins. */

/** Verbs after which "to …" completes the object ("allows X to …") instead of giving a purpose. */
export const takesInfinitive = new Set(
  'prompt lead drive train teach remind invite urge allow enable permit require cause force instruct tell ask help want expect need tend try seem intend aim work attempt begin start continue choose decide fail let request order direct motivate convince persuade encourage configure program designate assign trust prefer plan elect oblige entitle authorize authorise advise appoint compel like promise agree refuse leave'.split(
    ' ',
  ),
);
export const nounsBeforeInfinitive = new Set(
  'permitted allowed denied forbidden prohibited required forced needed expected supposed ability way ways right rights need permission permissions attempt opportunity capability capacity decision chance able unable likely ready willing required possible sure free how what where when whether order due according similar addition relation access time takes standing duty duties responsibility obligation authority power powers tendency intention intent effort efforts refusal failure privilege freedom requirement mechanism mechanisms tool tools option options command commands interface columns steps reason reasons plan plans place something anything nothing bound obliged entitled considered known said believed thought found seen deemed meant held proven proved reported assumed designed intended configured programmed instructed told asked scheduled inclined prone guaranteed authorized authorised tempted continues continue recommended advised suggested encouraged preferred having have has had request requests means method methods approach approaches need needs logic instructions trying'.split(
    ' ',
  ),
);

export const deciding = new Set(
  'determine decide check see know ask verify test tell evaluate consider identify assess inspect confirm'.split(' '),
);

/** Verbs whose object may be something done: "prevents using X", "allows using X". */
export const takesGerund = new Set(
  'prevent allow require recommend suggest consider avoid support start stop begin involve mean include enable permit discourage prefer'.split(
    ' ',
  ),
);

/** Verbs with a place or recipient behind their object: "adds routes to route tables". */
export const takesRecipient = new Set(
  'add attach connect send route map assign bind forward write append apply link move copy upload push'.split(' '),
);

/** Words before "after X" and "before X" that measure it: "one hour after its creation". */
export const measure = /^(?:milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times?)$/;
