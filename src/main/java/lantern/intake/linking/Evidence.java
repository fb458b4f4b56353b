package lantern.intake.linking;

import lantern.children.Candidate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** On what a link rests: how it came about (chosen, created, automatic, paired), and the match's probability and working if there was one. */
public record Evidence(
        String how, @Nullable Double probability, @Nullable String working) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Evidence automatic(Candidate candidate) {
        return matched("automatic", candidate);
    }

    public static Evidence chosen(@Nullable Candidate candidate) {
        return candidate == null ? new Evidence("chosen", null, null) : matched("chosen", candidate);
    }

    public static Evidence created() {
        return new Evidence("created", null, null);
    }

    static Evidence paired() {
        return new Evidence("paired", null, null);
    }

    private static Evidence matched(String how, Candidate candidate) {
        return new Evidence(how, candidate.probability(), JSON.writeValueAsString(candidate.working()));
    }
}
