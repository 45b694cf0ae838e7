/* Replaces the vendor's config.js: its comments name all settings. */
export default {
  customScripts: ['scripts/decision-tables'],
};
