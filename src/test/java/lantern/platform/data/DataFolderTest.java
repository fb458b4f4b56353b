package lantern.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lantern.platform.CannotRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_that_holds_something_else_is_left_alone() throws IOException {
        Files.writeString(folder.resolve("thesis.odt"), "irreplaceable");
        assertThatThrownBy(() -> DataFolder.open(folder))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("--data");
        assertThat(folder).isDirectoryContaining("glob:**thesis.odt");
    }

    @Test
    void a_secret_is_made_once_and_kept() {
        var secret = DataFolder.open(folder).secret("lantern_app");
        assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
        assertThat(DataFolder.open(folder).secret("lantern_app")).isEqualTo(secret);
    }

    @Test
    void deleting_does_not_follow_links_out_of_the_folder() throws IOException {
        var outside = Files.writeString(folder.resolve("outside"), "keep");
        var data = DataFolder.open(folder.resolve("data"));
        Files.createSymbolicLink(data.path().resolve("link"), outside);
        data.delete();
        assertThat(outside).exists();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void the_lock_is_for_one_at_a_time_and_says_who_has_it() {
        var data = DataFolder.open(folder);
        try (var lock = DataLock.take(data, 8080)) {
            assertThat(lock).isNotNull();
            assertThat(DataLock.tryTake(data, null)).isEmpty();
            assertThat(DataLock.holder(data))
                    .contains(new DataLock.Holder(ProcessHandle.current().pid(), 8080));
        }
        DataLock.take(data, null).close();
    }
}
