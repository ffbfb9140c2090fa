/** Tailwind 4 turns app/globals.css into the style sheet of the product. */
const config = { plugins: { "@tailwindcss/postcss": {} } };

export default config;
