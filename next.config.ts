/** How Next.js builds and serves Counterpoise; what a response may carry is decided in proxy.ts. */
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const nextConfig: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // The optimiser fetches and decodes what a URL names: a surface the app has no use for.
  images: { unoptimized: true },
  // They read their own files at run time (wasm, fonts, native addons, a socket), so they stay outside the bundle.
  serverExternalPackages: ["postgres", "@node-rs/argon2", "@react-pdf/renderer", "@electric-sql/pglite"],
  devIndicators: false,
};

export default createNextIntlPlugin("./messages/request.ts")(nextConfig);
