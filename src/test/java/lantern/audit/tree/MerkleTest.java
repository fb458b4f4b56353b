package lantern.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTest {
    private static final HexFormat HEX = HexFormat.of();

    /** The reference inputs and roots of Certificate Transparency (google/certificate-transparency, merkle_tree_test). */
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_root_of_nothing_is_the_hash_of_nothing() {
        assertThat(HEX.formatHex(new Merkle().root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void every_known_root_of_rfc_6962_is_met() {
        var tree = new Merkle();
        for (var i = 0; i < INPUTS.size(); i++) {
            tree.add(tree.leaf(HEX.parseHex(INPUTS.get(i))));
            assertThat(HEX.formatHex(tree.root())).as("%d leaves", i + 1).isEqualTo(ROOTS.get(i));
        }
    }

    @Test
    void leaves_added_one_by_one_give_the_root_the_rfc_defines_by_halves() {
        var random = new Random(6962);
        for (var size = 1; size <= 300; size++) {
            var tree = new Merkle();
            var leaves = new ArrayList<byte[]>();
            for (var i = 0; i < size; i++) {
                var data = new byte[random.nextInt(90)];
                random.nextBytes(data);
                leaves.add(tree.leaf(data));
                tree.add(leaves.getLast());
            }
            assertThat(tree.root()).as("%d leaves", size).isEqualTo(byHalves(leaves));
        }
    }

    private static byte[] byHalves(List<byte[]> leaves) {
        if (leaves.size() == 1) return leaves.getFirst();
        var left = Integer.highestOneBit(leaves.size() - 1);
        var sha256 = Merkle.sha256();
        sha256.update((byte) 1);
        sha256.update(byHalves(leaves.subList(0, left)));
        return sha256.digest(byHalves(leaves.subList(left, leaves.size())));
    }
}
