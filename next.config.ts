/** How Next.js builds and serves Counterpoise, with the headers that never vary; proxy.ts adds those that do. */
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  // "no-referrer" would make plain forms post `Origin: null`.
  "Referrer-Policy": "same-origin",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
};

const nextConfig: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // The optimiser fetches and decodes what a URL names: a surface the app has no use for.
  images: { unoptimized: true },
  // They read their own files at run time (wasm, fonts, native addons, a socket), so they stay outside the bundle.
  serverExternalPackages: ["postgres", "@node-rs/argon2", "@react-pdf/renderer", "@electric-sql/pglite", "nodemailer"],
  devIndicators: false,
  // A photo of an exercise has at most 5 MB (library/exercises/clean-photo.ts); its form says something too.
  experimental: { serverActions: { bodySizeLimit: "6mb" } },
  headers: async () => [
    { source: "/:path*", headers: Object.entries(HEADERS).map(([key, value]) => ({ key, value })) },
  ],
};

export default createNextIntlPlugin("./messages/request.ts")(nextConfig);
