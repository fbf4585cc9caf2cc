/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
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
    'smtp-server',
  ],
};
