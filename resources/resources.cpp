// Carries the compiled resources; see CMakeLists.txt.
