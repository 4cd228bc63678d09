import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const generated = [
  '**/dist/**',
  '**/build/**',
  '**/.svelte-kit/**',
  '**/paraglide/**',
  '**/*-env.d.ts',
  'api/migrations/**',
  '.data/**',
  'portal/static/**',
];

export default tseslint.config(
  { ignores: generated },
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] } },
    // Links go through path(), which sets the language first; kit's own resolve() knows no language.
    rules: {
      'svelte/no-navigation-without-resolve': 'off',
      // A lone {' '} keeps a space that the formatter would eat.
      'svelte/no-useless-mustaches': 'off',
      // The sets and addresses built here are local to one computation, never state.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      eqeqeq: ['error', 'smart'],
    },
  },
  {
    files: ['api/src/**/*.ts'],
    ignores: [
      'api/src/platform/clock.ts',
      'api/src/platform/env.ts',
      'api/src/main.ts',
      'api/src/cli.ts',
      'api/src/edge/portal.ts',
      'api/src/platform/embedded/**',
      '**/*.test.ts',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes from the clock.' },
        { object: 'process', property: 'env', message: 'Settings come from env.ts.' },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['**/paraglide/**'], message: 'Words of the portal stay there.' }] },
      ],
    },
  },
  prettier,
);
