package lantern.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FromTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0|Edge on Windows",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0|Firefox on Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1|Safari on iPhone",
                "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36|Chrome on Android",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15|Safari on Mac",
                "curl/8.14|A browser"
            })
    void a_device_is_named_in_words_its_owner_knows(String agent, String words) {
        assertThat(From.device(agent)).isEqualTo(words);
    }

    @Test
    void an_ipv6_address_counts_with_all_its_neighbours() {
        assertThat(From.network("2001:db8:1:2:3:4:5:6")).isEqualTo(From.network("2001:db8:1:2:ffff::1"));
        assertThat(From.network("2001:db8:1:2::1")).isNotEqualTo(From.network("2001:db8:1:3::1"));
        assertThat(From.network("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(From.network("something else")).isEqualTo("unknown");
    }
}
