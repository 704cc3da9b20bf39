package dev.parfor.examples;

import dev.parfor.ParallelFor;
import dev.parfor.runtime.Team;
import java.io.IOException;
import java.util.List;

/**
 * Conway's Game of Life on two boards: each generation reads one and writes the other, then they change places.
 *
 * <p>The boards are private fields of this class and rows of {@code byte[][]}. The loop over rows is parallel if no
 * row of the new board is also a row of the old one or stands in the new board twice; the variant checks that in no
 * time, compared with the work. Exchanging the boards comes after the loop and is done once, by the caller: only the
 * loop is parallel, the rest of the method stays as it is.
 *
 * <p>The pattern is the R-pentomino: five cells that live for 1103 generations and then leave 116. The board is
 * a torus, wide enough that nothing comes round its edges in that time, so the count can be checked.
 */
final class Ex06GameOfLife {

    private final int width;
    private final int height;
    private byte[][] cells;
    private byte[][] next;

    Ex06GameOfLife(int width, int height) {
        this.width = width;
        this.height = height;
        this.cells = new byte[height][width];
        this.next = new byte[height][width];
    }

    /** Puts a pattern of lines of {@code .} and {@code O} with its upper left corner at the middle of the board. */
    void put(String pattern) {
        int y = height / 2;
        for (String line : pattern.split("\n")) {
            if (line.startsWith("!")) {
                continue;
            }
            for (int x = 0; x < line.length(); x++) {
                if (line.charAt(x) == 'O') {
                    cells[y][width / 2 + x] = 1;
                }
            }
            y++;
        }
    }

    /** One generation: a live cell with two or three live neighbours lives on, a dead one with three is born. */
    @ParallelFor
    void step() {
        for (int y = 0; y < height; y++) {
            byte[] above = cells[(y + height - 1) % height];
            byte[] here = cells[y];
            byte[] below = cells[(y + 1) % height];
            byte[] row = next[y];
            for (int x = 0; x < width; x++) {
                int left = x == 0 ? width - 1 : x - 1;
                int right = x == width - 1 ? 0 : x + 1;
                int neighbours = above[left]
                        + above[x]
                        + above[right]
                        + here[left]
                        + here[right]
                        + below[left]
                        + below[x]
                        + below[right];
                row[x] = (byte) (neighbours == 3 || neighbours == 2 && here[x] == 1 ? 1 : 0);
            }
        }
        byte[][] old = cells;
        cells = next;
        next = old;
    }

    byte[][] run(int generations) {
        for (int g = 0; g < generations; g++) {
            step();
        }
        return cells;
    }

    byte[][] runParallel(Team team, int generations) {
        for (int g = 0; g < generations; g++) {
            Ex06GameOfLifeParallel.step(team, this);
        }
        return cells;
    }

    int population() {
        int live = 0;
        for (byte[] row : cells) {
            for (byte cell : row) {
                live += cell;
            }
        }
        return live;
    }

    static Ex06GameOfLife board(int width, int height) throws IOException {
        Ex06GameOfLife life = new Ex06GameOfLife(width, height);
        life.put(Examples.text("r-pentomino.cells"));
        return life;
    }

    static List<Comparison.Row> show() throws IOException {
        int size = 640;
        int generations = 1103;

        // Each side plays on with its own board, a hundred generations a run, as often as the other.
        Ex06GameOfLife one = board(size, size);
        Ex06GameOfLife two = board(size, size);
        Comparison.Row row = Comparison.of(
                "Ex06 Game of Life, 100 times 640 x 640",
                () -> one.run(100),
                () -> two.runParallel(Team.shared(), 100),
                Comparison.sameBits());

        Ex06GameOfLife life = board(size, size);
        life.runParallel(Team.shared(), generations);
        System.out.println(
                "the R-pentomino after " + generations + " generations: " + life.population() + " live cells");
        if (life.population() != 116) {
            throw new IllegalStateException("it is known to be 116");
        }
        life.print(36, 78);
        return List.of(row);
    }

    /** Prints the middle of the board, two rows of cells a line. */
    private void print(int lines, int columns) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            for (int column = 0; column < columns; column++) {
                int x = width / 2 - columns / 2 + column;
                int y = height / 2 - lines + 2 * line;
                text.append(" '.:".charAt(cells[y][x] + 2 * cells[y + 1][x]));
            }
            text.append('\n');
        }
        System.out.print(text);
    }

    public static void main(String[] args) throws IOException {
        Comparison.print(show());
    }
}
