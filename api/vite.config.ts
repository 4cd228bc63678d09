import { defineConfig } from 'vite';

/** One bundle for the server and one for each command; packages stay in node_modules. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist',
    sourcemap: true,
    rollupOptions: {
      input: {
        main: 'src/main.ts',
        cli: 'src/cli.ts',
        // Read apart, by a worker of its own.
        'read.worker': 'src/rooms/imports/read.worker.ts',
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
