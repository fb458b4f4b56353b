package lantern.platform.command.doctor;

/** What one check found: well, or what is wrong and what to do. */
record Finding(boolean well, String said) {
    static Finding well(String said) {
        return new Finding(true, said);
    }

    static Finding wrong(String said) {
        return new Finding(false, said);
    }

    static Finding of(boolean well, String whenWell, String whenWrong) {
        return well ? well(whenWell) : wrong(whenWrong);
    }
}
