/** Made-up names, places, numbers and sentences, all drawn from a seed: no list of real people or places stands behind them. */
@org.jspecify.annotations.NullMarked
package lantern.demo.invented;
