package lantern.children.matching.train;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lantern.access.Access;
import lantern.children.matching.ParametersInForce;
import lantern.platform.Refused;
import lantern.platform.command.Installation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "train",
        description = {
            "Learn from an authority's own register how names, dates and addresses agree and differ, and how common its names are.",
            "Keeps it as a new version, which the matching uses within a minute. Nothing of any child is kept but how common names are."
        })
public final class TrainCommand implements Callable<Integer> {
    @Mixin
    private Installation lantern;

    @Option(
            names = "--authority",
            paramLabel = "CODE",
            description = "Whose register, when there are several authorities.")
    private @Nullable String authority;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var database = lantern.database();
                var application = lantern.application(database)) {
            var access = application.getBean(Access.class);
            var whose = whose(access.authorities(), authority);
            var version = train(
                    access, application.getBean(JdbcClient.class), application.getBean(ParametersInForce.class), whose);
            spec.commandLine()
                    .getOut()
                    .println("Learnt from the register of " + whose.code() + ": version " + version
                            + " is in force within a minute.");
            return 0;
        }
    }

    static int train(Access access, JdbcClient db, ParametersInForce parameters, Access.Authority whose) {
        return access.asSystem(whose.id(), "learn how records agree", () -> {
            var children = Registered.sample(db);
            if (children.size() < Registered.FEWEST)
                throw new Refused(
                        "The register has " + children.size() + " children. With fewer than " + Registered.FEWEST
                                + " there is nothing to learn that the shipped parameters do not know better.");
            return parameters.learn(whose.id(), Learning.of(children), children.size());
        });
    }

    private static Access.Authority whose(List<Access.Authority> all, @Nullable String code) {
        var codes = all.stream().map(Access.Authority::code).sorted().collect(Collectors.joining(", "));
        if (code == null && all.size() == 1) return all.getFirst();
        if (code == null) throw new Refused("Say whose register with --authority; there are " + codes);
        return all.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused("There is no authority \"" + code + "\"; there are " + codes));
    }
}
