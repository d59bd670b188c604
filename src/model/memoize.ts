/** Answers that are worked out once, where they are asked for often or perhaps never. */

/** What `make` gives, made when it is first asked for. */
export function lazy<Value>(make: () => Value): () => Value {
  let made: {readonly value: Value} | undefined
  return () => {
    made ??= {value: make()}
    return made.value
  }
}

/** `answer`, asked once for each key: for few keys that come again and again. */
export function memoize<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as Value
    const value = answer(key)
    known.set(key, value)
    return value
  }
}
