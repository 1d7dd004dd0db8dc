import { Unsure } from './dialect.ts';
import { isStringMethod, stringResult } from './javaStrings.ts';
import { Block, OPAQUE_MARK, Opaque, printed, Tool, type Value } from './values.ts';

/** `$value.name`. */
export function propertyOf(value: Exclude<Value, undefined>, name: string): Value {
  // Java's own, on everything.
  if (name === 'class') return new Opaque(`class of ${known(value)}`);
  if (value instanceof Map)
    return value.get(name) ?? (MAP_PROPERTIES.has(name) ? resultOf(value, 'isEmpty', []) : undefined);
  if (value instanceof Opaque) return new Opaque(`${value.of}.${name}`);
  if (value instanceof Tool) return value.constants.get(name) ?? new Opaque(`${value.name}.${name}`);
  if (value instanceof Block) throw new Unsure();
  if (typeof value === 'string') return STRING_PROPERTIES.has(name) ? new Opaque(`${name} of ${value}`) : undefined;
  if (Array.isArray(value) && name === 'empty') return value.length === 0;
  return undefined;
}

const STRING_PROPERTIES: ReadonlySet<string> = new Set(['bytes', 'empty', 'blank']);
const MAP_PROPERTIES: ReadonlySet<string> = new Set(['empty']);
const ANY: ReadonlySet<string> = new Set(['toString', 'hashCode', 'equals', 'getClass', 'notify', 'notifyAll', 'wait']);
/** Methods of numbers and booleans, none of which is built here. */
const NUMBER_METHODS: ReadonlySet<string> = new Set([
  'intValue',
  'longValue',
  'doubleValue',
  'floatValue',
  'shortValue',
  'byteValue',
  'booleanValue',
  'compareTo',
]);

/** What a method of a value gives. One that the value does not have is undefined, one that is only not built here is opaque. */
export function resultOf(value: Exclude<Value, undefined>, name: string, args: readonly Value[]): Value {
  if (value instanceof Opaque) return opaque(value.of, name, args);
  if (value instanceof Block) throw new Unsure();
  if (value instanceof Tool) return toolResult(value, name, args);
  if (name === 'toString' && args.length === 0) return printed(value);
  if (name === 'equals' && args.length === 1) return typeof args[0] === typeof value && args[0] === value;
  if (typeof value === 'string') return textResult(value, name, args);
  if (Array.isArray(value)) return listResult(value, name, args);
  if (value instanceof Map) return mapResult(value, name, args);
  return ANY.has(name) || NUMBER_METHODS.has(name) ? opaque(printed(value), name, args) : undefined;
}

/** Also a text that something opaque was printed into. */
function isOpaque(value: Value): boolean {
  return value instanceof Opaque || (typeof value === 'string' && value.includes(OPAQUE_MARK));
}

/** Of no method that a template calls; the arguments of a call are limited here, too. */
const MOST_ARGUMENTS = 1000;

function toolResult(tool: Tool, name: string, args: readonly Value[]): Value {
  const method = tool.methods.get(name);
  if (!method) return opaque(tool.name, name, args);
  // A call with more or fewer arguments is none of it: the engine prints it as it stands.
  if (method.length > 0 && args.length !== method.length) return undefined;
  if (args.some(isOpaque)) return opaque(tool.name, name, args);
  if (args.length > MOST_ARGUMENTS) throw new Unsure();
  return method(...args);
}

function textResult(text: string, name: string, args: readonly Value[]): Value {
  if (!isStringMethod(name) && !ANY.has(name)) return undefined;
  if (args.includes(undefined)) return undefined;
  return args.some(isOpaque) || text.includes(OPAQUE_MARK)
    ? opaque(text, name, args)
    : (stringResult(text, name, args) ?? opaque(text, name, args));
}

function listResult(list: readonly Value[], name: string, args: readonly Value[]): Value {
  const [first] = args;
  switch (name) {
    case 'size':
      return list.length;
    case 'isEmpty':
      return list.length === 0;
    case 'get':
      if (typeof first !== 'number') return undefined;
      if (first >= list.length || first < -list.length) throw new Unsure();
      return list.at(first);
    case 'contains':
      return list.includes(first);
    default:
      return opaqueOrUnsure(list, name, args);
  }
}

function mapResult(map: ReadonlyMap<string, Value>, name: string, args: readonly Value[]): Value {
  const [first] = args;
  switch (name) {
    case 'size':
      return map.size;
    case 'isEmpty':
      return map.size === 0;
    case 'get':
      return typeof first === 'string' ? map.get(first) : undefined;
    case 'containsKey':
      return typeof first === 'string' && map.has(first);
    case 'values':
      return [...map.values()];
    case 'keySet':
      return [...map.keys()];
    default:
      return opaqueOrUnsure([...map.keys()], name, args);
  }
}

/** Lists and maps have many methods, and some change them. */
function opaqueOrUnsure(value: readonly Value[], name: string, args: readonly Value[]): Value {
  if (/^(?:add|put|set|remove|clear|retain|sort|replace|merge|compute)/.test(name)) throw new Unsure();
  return opaque(known(value), name, args);
}

function opaque(of: string, name: string, args: readonly Value[]): Opaque {
  return new Opaque(
    `${of}.${name}(${args.map((arg) => JSON.stringify(arg === undefined ? null : known(arg))).join()})`,
  );
}

function known(value: Exclude<Value, undefined>): string {
  return value instanceof Tool ? value.name : printed(value);
}
