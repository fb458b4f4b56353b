package lantern;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Lantern {
    public static void main(String[] arguments) {
        SpringApplication.run(Lantern.class, arguments);
    }
}
