package corpus;

import dev.parfor.ParallelFor;
import java.util.ArrayList;
import java.util.List;

/** Arrays and objects in the fields of elements: a guard sees to it that no two elements have one in common. */
final class ElementArrays {

    static class Body {
        int[] position = new int[3];
        int[] speed = new int[3];
        int[] force = new int[3];
        int mass;
        Body other;

        void move() {
            for (int k = 0; k < 3; k++) {
                speed[k] += force[k] / (mass | 1);
                position[k] += speed[k];
            }
        }
    }

    static class Cell {
        private final int[] counts;
        Cell left;
        int value;

        Cell(int[] counts) {
            this.counts = counts;
        }
    }

    /** Of every third number of bodies, two have one array, or one has an array twice, or one stands there twice. */
    static Body[] bodies(int[] x) {
        Body[] bodies = new Body[x.length];
        for (int i = 0; i < x.length; i++) {
            bodies[i] = new Body();
            bodies[i].mass = x[i];
            for (int k = 0; k < 3; k++) {
                bodies[i].position[k] = x[i] + k;
                bodies[i].force[k] = x[i] * k;
            }
        }
        for (int i = 0; i < x.length; i++) {
            bodies[i].other = bodies[x.length % 4 == 0 ? x.length - 1 - i : i / 2];
        }
        if (x.length % 3 == 1 && x.length > 4) {
            bodies[x.length - 1].speed = bodies[1].speed;
        } else if (x.length % 3 == 2) {
            bodies[1].position = bodies[0].speed;
        } else if (x.length % 6 == 3) {
            bodies[2] = bodies[0];
        }
        return bodies;
    }

    static int hash(Body[] bodies) {
        int h = 0;
        for (Body body : bodies) {
            for (int k = 0; k < 3; k++) {
                h = h * 31 + body.position[k] * 7 + body.speed[k] * 5 + body.force[k];
            }
        }
        return h;
    }

    static Cell[][] cells(int[] x) {
        Cell[][] cells = new Cell[x.length][];
        int[] shared = new int[3];
        for (int i = 0; i < x.length; i++) {
            cells[i] = new Cell[i % 3];
            for (int k = 0; k < cells[i].length; k++) {
                cells[i][k] = new Cell(x.length % 4 == 3 && k == i % 2 ? shared : new int[3]);
                cells[i][k].value = x[i] + k;
                cells[i][k].left = new Cell(cells[i][k].counts);
            }
        }
        return cells;
    }

    static int hash(Cell[][] cells) {
        int h = 0;
        for (Cell[] row : cells) {
            for (Cell cell : row) {
                h = h * 31 + cell.value + cell.left.value * 3 + cell.counts[0] + cell.counts[2] * 7;
            }
        }
        return h;
    }

    // GUARDED
    @ParallelFor
    static int moved(int[] x) {
        Body[] bodies = bodies(x);
        for (Body body : bodies) {
            body.move();
        }
        return hash(bodies);
    }

    // GUARDED
    @ParallelFor
    static int listed(int[] x) {
        Body[] bodies = bodies(x);
        List<Body> list = new ArrayList<>(List.of(bodies));
        for (int i = 0; i < list.size(); i++) {
            list.get(i).move();
        }
        return hash(bodies);
    }

    // GUARDED: the forces of all on each
    @ParallelFor
    static int attracted(int[] x) {
        Body[] bodies = bodies(x);
        for (int i = 0; i < bodies.length; i++) {
            Body body = bodies[i];
            for (Body o : bodies) {
                if (o != body) {
                    for (int k = 0; k < 3; k++) {
                        body.force[k] += (o.position[k] - body.position[k]) * o.mass;
                    }
                }
            }
        }
        return hash(bodies);
    }

    // GUARDED: private, and two levels down
    @ParallelFor
    static int counted(int[] x) {
        Cell[][] cells = cells(x);
        for (int i = 0; i < cells.length; i++) {
            for (int k = 0; k < cells[i].length; k++) {
                cells[i][k].counts[0] += x[i];
                cells[i][k].counts[2] = cells[i][k].counts[0] + k;
            }
        }
        return hash(cells);
    }

    // GUARDED: the objects in a field
    @ParallelFor
    static int lefts(int[] x) {
        Cell[][] cells = cells(x);
        for (int i = 0; i < cells.length; i++) {
            for (Cell cell : cells[i]) {
                cell.left.value = cell.value * 3 + cell.left.value;
            }
        }
        return hash(cells);
    }

    // UNSAFE PF221: each goes on from the one before
    @ParallelFor
    static int chain(int[] x) {
        Body[] bodies = bodies(x);
        for (int i = 1; i < bodies.length; i++) {
            bodies[i].speed[0] = bodies[i - 1].speed[0] + 1;
        }
        return hash(bodies);
    }

    // GUARDED: the array in the field is replaced by that of another one, and so are those who share it
    @ParallelFor
    static int replaced(int[] x) {
        Body[] bodies = bodies(x);
        for (int i = 0; i < bodies.length; i++) {
            bodies[i].speed = bodies[i].other.force;
            bodies[i].speed[1] = bodies[i].mass;
        }
        return hash(bodies);
    }

    // UNSAFE PF221: the element itself is
    @ParallelFor
    static int replacedElements(int[] x) {
        Body[] bodies = bodies(x);
        for (int i = 0; i < bodies.length; i++) {
            bodies[i] = bodies[i].other;
            bodies[i].speed[1] += bodies[i].mass;
        }
        return hash(bodies);
    }

    // GUARDED: two ways to one kind of array, which several have in common
    @ParallelFor
    static int throughOthers(int[] x) {
        Body[] bodies = bodies(x);
        for (int i = 0; i < bodies.length; i++) {
            bodies[i].force[1] = bodies[i].other.position[0] + x[i];
        }
        return hash(bodies);
    }
}
