import { describe, expect, it } from 'vitest';
import { type EditorGit, type EditorRepository, stateInEditor } from '../../src/genesys/editorGit.ts';

const fails = (): Promise<never> => Promise.reject(new Error('no answer'));
const yes = async (): Promise<boolean> => true;
const no = async (): Promise<boolean> => false;

const REPOSITORY: EditorRepository = { isOther: no, isTracked: no, isIgnored: no };

function state(
  repository: Partial<EditorRepository> | 'opening' | undefined,
  git: Partial<EditorGit> = {},
): Promise<string> {
  const opened = typeof repository === 'object' ? { ...REPOSITORY, ...repository } : repository;
  return stateInEditor({ isInRepository: yes, repository: async () => opened, ...git });
}

describe('the state of a file in an editor', () => {
  it('is what git says', async () => {
    expect(await state({})).toBe('unknown');
    expect(await state({ isIgnored: yes })).toBe('ignored');
    expect(await state({ isTracked: yes })).toBe('tracked');
    expect(await state({ isTracked: yes, isIgnored: yes })).toBe('tracked');
  });

  it('is tracked where git does not answer, whatever step fails', async () => {
    expect(await state(undefined)).toBe('tracked');
    expect(await state({}, { repository: fails })).toBe('tracked');
    expect(await state({ isOther: fails, isIgnored: yes })).toBe('tracked');
    expect(await state({ isTracked: fails, isIgnored: yes })).toBe('tracked');
    expect(await state({ isIgnored: fails })).toBe('tracked');
  });

  it('is tracked in a repository that the editor has not opened, inside of one that it has', async () => {
    expect(await state({ isOther: yes, isIgnored: yes })).toBe('tracked');
  });

  it('is not known while the editor looks for repositories, nor outside of any', async () => {
    expect(await state('opening')).toBe('opening');
    expect(await state({ isTracked: yes }, { isInRepository: no })).toBe('unknown');
  });
});
