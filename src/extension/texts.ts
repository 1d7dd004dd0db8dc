export { t } from '../messages/index.ts';
