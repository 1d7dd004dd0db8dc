export { type ExpressionText, expressionTexts } from './architectExpression.ts';
