/**
 * Stands in for configparser: the SDK would read a file in the user's home that can turn on body logging or send every
 * call, login included, to another host. Reading nothing keeps its defaults.
 */
export default class ConfigParser {
  read(): never {
    throw new Error('no configuration file is read');
  }
}
