/** @type {import('next').NextConfig} */
export default {
  // Each release in a folder of its own (src/cli/release.ts).
  distDir: process.env.BUZON_CONSTRUIDO ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of everything; the build at the first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Writing the cache takes longer than it saves: the portal is built once.
  experimental: {
    turbopackFileSystemCacheForBuild: false,
    // Each handler brings its own copy of nearly everything: most of them are never asked for in a process.
    preloadEntriesOnStart: false,
    // A file of 5 MB and the fields around it; whatever announces more is refused at the door (server/guard-request.ts).
    serverActions: { bodySizeLimit: '6mb' },
    // The proxy keeps a body to pass it on: enough for the limit above to be the one that is met.
    proxyClientMaxBodySize: '7mb',
  },
  // These read files beside themselves, so they are loaded from node_modules at run time and not bundled.
  serverExternalPackages: [
    'pdfkit',
    'fontkit',
    'graphile-worker',
    'pg',
    'pino',
    'twilio',
    'nodemailer',
    'prom-client',
    'mailparser',
    'node-forge',
  ],
};
