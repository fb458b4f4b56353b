package lantern.children.imports.kind;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import lantern.children.addresses.Addresses;
import lantern.children.addresses.NewAddress;
import lantern.children.imports.file.Line;
import lantern.children.imports.source.Import;
import lantern.children.imports.source.Kind;
import lantern.children.imports.source.Sheet;
import lantern.children.imports.source.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class AddressesSheet implements Sheet {
    private final Addresses addresses;

    AddressesSheet(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Kind kind() {
        return Kind.ADDRESSES;
    }

    @Override
    public List<Taken> take(List<Line> lines, Map<Line, UUID> children, Import importing) {
        return Facts.<NewAddress>take(
                lines,
                children,
                (line, child) -> read(line, importing),
                (found, of) -> addresses.addAll(of, found, importing.by(), importing.at()));
    }

    private static @Nullable NewAddress read(Line line, Import importing) {
        Facts.period(line, importing);
        var kind = line.oneOf("kind", List.of("home", "other"));
        if (kind == null) return null;
        var address = new NewAddress(
                kind, line.text("lines"), line.orNull("postcode"), line.day("starts_on"), line.day("ends_on"));
        Addresses.refuseWrong(address, importing.today());
        return address;
    }
}
