/** The one folder whose code is pure, for the walls (.dependency-cruiser.cjs) and for the lint of clocks and chance (eslint.config.js). */
module.exports = 'src/main/domain';
